using CsCheck;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Engine.Driving;
using Relocation.Engine.Progress;
using Relocation.Engine.Steps;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Progress;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_WithAnyFigures_NeverGoesBack() =>
        Check.Sample(Gen.Double[0, 1].Array[1, 40], figures =>
        {
            var move = new Scenario().With().Stored().Move;
            var reader = new ProgressReader();
            MoveProgress? last = null;
            foreach (var figure in figures)
            {
                var next = reader.Read(move with { Progress = last }, Sight(figure), Start);
                if (last is not null)
                {
                    Assert.True(next.Phase >= last.Phase && next.BytesDone >= last.BytesDone);
                    Assert.True(next.Phase > last.Phase || next.DiskNumber > last.DiskNumber || next.PhaseFraction >= last.PhaseFraction);
                }

                Assert.InRange(next.BytesDone, 0, next.BytesTotal);
                last = next;
            }
        }, iter: 500);

    [Theory]
    [InlineData(0.0, MovePhase.Prepare, 0)]
    [InlineData(0.05 / 3, MovePhase.Disk, 1)]
    [InlineData(0.5 / 3, MovePhase.Disk, 1)]
    [InlineData((1 + (0.5 * 2)) / 3, MovePhase.Disk, 2)]
    public void Read_WhileDisksAreCopied_TellsTheDisk(double figure, MovePhase phase, int disk)
    {
        var progress = new ProgressReader().Read(new Scenario().With().Stored().Move, Sight(figure), Start);
        Assert.Equal((phase, disk), (progress.Phase, progress.DiskNumber));
    }

    [Fact]
    public void Read_WhenTheFigureFallsBack_IsInMemory()
    {
        var reader = new ProgressReader();
        var move = new Scenario().With().Stored().Move;
        var disks = reader.Read(move, Sight(0.97), Start);
        var memory = reader.Read(move with { Progress = disks }, Sight(0.43), Start);
        Assert.Equal((MovePhase.Memory, 0.43, memory.BytesTotal), (memory.Phase, memory.PhaseFraction, memory.BytesDone));
    }

    [Fact]
    public void Read_MeasuresTheRate_BetweenObservationsOnly()
    {
        var reader = new ProgressReader();
        var move = new Scenario().With().Stored().Move;
        MoveProgress ReadAt(double pool, double figure, MoveProgress? last) => reader.Read(move with { Progress = last }, Sight(figure, pool), Start);
        var first = ReadAt(0, 0.05, null);
        var between = ReadAt(0, 0.15, first);
        Assert.Null(between.BytesPerSecond);
        Assert.True(between.BytesDone > first.BytesDone);

        // 0.15 of 12 GiB, of which half is allocated, over 0.9 of the disk's span, in ten seconds of the pool's clock.
        var later = ReadAt(10, 0.2, between);
        Assert.InRange(later.BytesPerSecond!.Value / (0.15 / 0.9 * 6 * (1L << 30) / 10), 0.99, 1.01);
    }

    [Theory]
    [InlineData(new[] { 0.0, 0.5, 2.5, 3.0 }, "RSST", 2.5, 0.5)]
    [InlineData(new[] { 0.0, 1.0, 2.0 }, "RRT", 0.5, 0.5)]
    public void DowntimeWatch_TellsTheMiddleAndHowFarItMayBeOff(double[] seconds, string states, double expected, double resolution)
    {
        var watch = new DowntimeWatch();
        foreach (var (at, state) in seconds.Zip(states))
        {
            watch.See(Seen(at, state));
        }

        Assert.Equal((expected, resolution), watch.Pause);
    }

    [Fact]
    public void DowntimeWatch_ThatMissedTheStart_TellsNothing()
    {
        var watch = new DowntimeWatch();
        watch.See(Seen(0, 'S'));
        watch.See(Seen(1, 'T'));
        Assert.Null(watch.Pause);
        Assert.Equal(Start.AddSeconds(1), watch.RunningAt);
    }

    private static MoveSight Sight(double figure, double at = 0)
    {
        var task = new MigrationTask(new MigrationTaskId("task"), MigrationTaskStatus.Pending, figure, Start, null, null);
        return new MoveSight(Seen(at, 'R'), task);
    }

    private static MoveObservation Seen(double at, char state)
    {
        var vm = new Scenario().With().World.Vms.Values.Single().Facts;
        return new MoveObservation
        {
            At = Start.AddSeconds(at),
            Source = state == 'T' ? null : vm with { PowerState = state == 'R' ? PowerState.Running : PowerState.Suspended },
            Target = state == 'T' ? vm : null,
            Tasks = [],
            Leftovers = [],
            TargetDisks = [],
        };
    }
}
