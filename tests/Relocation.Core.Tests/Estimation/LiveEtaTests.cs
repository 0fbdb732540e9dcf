using CsCheck;
using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Estimation;

public sealed class LiveEtaTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Locate_InvertsXapisMapping() => Gen.Select(Gen.Int[1, 5000].Array[1, 8], Gen.Int[0, 7], Gen.Double[0, 1]).Sample((sizes, pick, fraction) =>
    {
        var disks = Disks(sizes);
        var index = pick % sizes.Length;
        var finished = sizes.Take(index).Sum(size => (double)size);
        var progress = (finished + ((0.05 + (0.9 * fraction)) * sizes[index])) / sizes.Sum(size => (double)size);

        var position = LiveEta.Locate(disks, progress);

        Assert.Equal(index + 1, position.Number);
        Assert.Equal(fraction, position.CopyFraction, 6);
        Assert.Equal(finished + (fraction * sizes[index]), position.WeighedBytes / 1048576, 3);
        Assert.Equal(position.WeighedBytes / 2, position.SentBytes, 0);
    });

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0.025, 1, 0)]
    [InlineData(0.25, 1, 0.5)]
    [InlineData(0.5, 2, 0)]
    [InlineData(0.75, 2, 0.5)]
    [InlineData(1, 0, 1)]
    [InlineData(double.NaN, 1, 0)]
    public void Locate_HandlesTheEnds(double progress, int number, double fraction)
    {
        var position = LiveEta.Locate(Disks(100, 100), progress);
        Assert.Equal(number, position.Number);
        Assert.Equal(fraction, position.CopyFraction, 6);
    }

    [Fact]
    public void AMoveWithoutDisks_HasNothingToCopy() => Assert.Equal((0, 1.0), (LiveEta.Locate([], 0.3).Number, LiveEta.Locate([], 0.3).CopyFraction));

    [Fact]
    public void Readings_NeverFallWithinAPhase_WhateverXapiSays() => Gen.Select(Gen.Int[1, 500].Array[0, 5], Gen.Double[0, 1].Array[1, 20], Gen.Int[0, 4].Array[20]).Sample((sizes, progresses, advances) =>
    {
        var runbook = Book(sizes);
        MoveProgress? previous = null;
        var phase = (int)MovePhase.Prepare;
        for (var step = 0; step < progresses.Length; step++)
        {
            phase = Math.Min((int)MovePhase.Finished, phase + (advances[step] == 4 ? 1 : 0));
            var now = LiveEta.Read(runbook, Forecast, previous, (MovePhase)phase, progresses[step], Start.AddSeconds(step * 5));
            if (previous?.Phase == now.Phase)
            {
                Assert.True(now.PhaseFraction >= previous.PhaseFraction);
                Assert.True(now.BytesDone >= previous.BytesDone);
            }

            Assert.InRange(now.PhaseFraction, 0, 1);
            Assert.InRange(now.BytesDone, 0, now.BytesTotal);
            Assert.True(now.RemainingSeconds!.Value is { Low90: >= 0 } rest && rest.Low90 <= rest.Expected && rest.Expected <= rest.High90 && double.IsFinite(rest.High90));
            previous = now;
        }
    });

    [Fact]
    public void Rate_IsOfBytesThatTravel_AndRemainingTimeFollowsIt()
    {
        var runbook = Book(1000, 1000);
        var first = LiveEta.Read(runbook, Forecast, null, MovePhase.Disk, 0.025, Start);
        Assert.Null(first.BytesPerSecond);

        var later = LiveEta.Read(runbook, Forecast, first, MovePhase.Disk, 0.025 + (0.45 * 0.5), Start.AddSeconds(10));

        Assert.Equal(250 * 1048576 / 10.0, later.BytesPerSecond!.Value, 0);
        Assert.Equal((1, 2, "disk-1"), (later.DiskNumber, later.DiskCount, later.DiskName));
        var rest = Forecast.Terms.Where(term => term.Kind is ForecastTermKind.MemoryRounds or ForecastTermKind.Downtime or ForecastTermKind.Finish).Sum(term => term.Seconds);
        Assert.Equal((750 / 25.0) + EstimationPriors.DiskOverheadSeconds + rest, later.RemainingSeconds!.Value.Expected, 3);
        Assert.True(later.RemainingSeconds.Value.High90 / later.RemainingSeconds.Value.Expected < first.RemainingSeconds!.Value.High90 / first.RemainingSeconds.Value.Expected);
    }

    [Fact]
    public void AfterTheDisks_TheFallingFigureIsMemorys()
    {
        var runbook = Book(1000);
        var disk = LiveEta.Read(runbook, Forecast, null, MovePhase.Disk, 0.95, Start);
        var memory = LiveEta.Read(runbook, Forecast, disk, MovePhase.Memory, 0.4, Start.AddSeconds(5));
        var back = LiveEta.Read(runbook, Forecast, memory, MovePhase.Memory, 0.3, Start.AddSeconds(10));

        Assert.Equal((MovePhase.Memory, 0, 0.4), (memory.Phase, memory.DiskNumber, memory.PhaseFraction));
        Assert.Equal(memory.BytesTotal, memory.BytesDone);
        Assert.Equal((0.4, 0.3), (back.PhaseFraction, back.TaskProgress));
        Assert.Null(memory.BytesPerSecond);
        Assert.Equal(0, LiveEta.Read(runbook, Forecast, back, MovePhase.Finished, 1, Start.AddSeconds(20)).RemainingSeconds!.Value.Expected);
    }

    private static readonly MoveForecast Forecast = new()
    {
        TimeSeconds = Interval.Lognormal(100, 0.3),
        DataBytes = Interval.Lognormal(1e9, 0.3),
        DowntimeSeconds = Interval.Lognormal(1, 0.3),
        Converges = true,
        Terms =
        [
            new(ForecastTermKind.Prepare, "", 4, 0),
            new(ForecastTermKind.DiskCopy, "disk-1", 60, 1e9),
            new(ForecastTermKind.MirroredWrites, "", 5, 1e7),
            new(ForecastTermKind.MemoryRounds, "", 20, 1e9),
            new(ForecastTermKind.Downtime, "", 1, 1e6),
            new(ForecastTermKind.Finish, "", 4, 0),
        ],
        Assumptions = [],
    };

    private static RunbookDisk[] Disks(params int[] mebibytes) =>
        [.. mebibytes.Select((size, index) => new RunbookDisk(new VdiId($"v{index}"), $"disk-{index + 1}", $"{index}", new SrId("sr"), ByteSize.FromMebibytes(size), ByteSize.FromMebibytes(size / 2.0)))];

    private static Runbook Book(params int[] mebibytes) => new(
        1,
        new MoveOrder
        {
            Run = new RunId(Guid.Empty),
            Move = new MoveId(Guid.Empty),
            Vm = new VmId("vm"),
            VmName = "vm",
            SourcePool = new PoolId("a"),
            TargetPool = new PoolId("b"),
            TargetHost = new HostId("h"),
            TransferNetwork = new NetworkId("n"),
            Method = MoveMethod.Live,
            Disks = new Dictionary<VdiId, SrId>(),
            Vifs = new Dictionary<VifId, NetworkId>(),
        },
        [],
        Disks(mebibytes),
        0,
        null);
}
