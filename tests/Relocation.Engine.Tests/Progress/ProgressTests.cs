using CsCheck;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
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
            var scenario = new Scenario().With().Stored();
            MoveProgress? last = null;
            foreach (var figure in figures)
            {
                var next = ProgressReader.Read(scenario.Move.Runbook, last, Sight(scenario, figure), Start);
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
    [InlineData(0.0, MovePhase.Prepare, 0, 0)]
    [InlineData(0.05 / 3, MovePhase.Disk, 1, 0)]
    [InlineData(0.5 / 3, MovePhase.Disk, 1, 0.5)]
    [InlineData((1 + (0.5 * 2)) / 3, MovePhase.Disk, 2, 0.5)]
    [InlineData((1 + (0.95 * 2)) / 3, MovePhase.Disk, 2, 1)]
    public void Read_WhileDisksAreCopied_InvertsTheFigure(double figure, MovePhase phase, int disk, double fraction)
    {
        var scenario = new Scenario().With().Stored();
        var progress = ProgressReader.Read(scenario.Move.Runbook, null, Sight(scenario, figure), Start);
        Assert.Equal((phase, disk), (progress.Phase, progress.DiskNumber));
        Assert.Equal(fraction, progress.PhaseFraction, 6);
    }

    [Fact]
    public void Read_WhenTheFigureFallsBack_IsInMemory()
    {
        var scenario = new Scenario().With().Stored();
        var disks = ProgressReader.Read(scenario.Move.Runbook, null, Sight(scenario, 0.97), Start);
        var memory = ProgressReader.Read(scenario.Move.Runbook, disks, Sight(scenario, 0.43), Start);
        Assert.Equal((MovePhase.Memory, 0.43, memory.BytesTotal), (memory.Phase, memory.PhaseFraction, memory.BytesDone));
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

    private static MoveSight Sight(Scenario scenario, double figure)
    {
        var task = new MigrationTask(new MigrationTaskId("task"), MigrationTaskStatus.Pending, figure, Start, null, null);
        return new MoveSight(Seen(0, 'R', scenario.Vm.Facts), task);
    }

    private static MoveObservation Seen(double at, char state, VmFacts? vm = null)
    {
        vm ??= new Scenario().With().World.Vms.Values.Single().Facts;
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
