using CsCheck;
using Relocation.Core.Estimation;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Estimation;

public sealed class MoveForecasterTests
{
    private const double GiB = 1073741824;

    private static readonly ForecastInput Plain = new()
    {
        Method = MoveMethod.Live,
        Running = true,
        MemoryBytes = 4 * GiB,
        Vcpus = 2,
        Disks = [new ForecastDisk("root", 20 * GiB, 8 * GiB, true), new ForecastDisk("data", 100 * GiB, 40 * GiB, true)],
        Link = new TransferLink(BitRate.FromMegabits(10_000), TimeSpan.FromMilliseconds(1), 1500),
        Concurrency = 1,
    };

    [Fact]
    public void Terms_AddUpToTimeAndData_InTheOrderOfTheMove()
    {
        var forecast = Of(Plain);
        Assert.Equal(forecast.TimeSeconds.Expected + EstimationPriors.FinishSeconds, forecast.Terms.Sum(term => term.Seconds), 6);
        Assert.Equal(forecast.DataBytes.Expected, forecast.Terms.Sum(term => term.Bytes), 3);
        Assert.Equal(
            [ForecastTermKind.Prepare, ForecastTermKind.DiskCopy, ForecastTermKind.DiskCopy, ForecastTermKind.MirroredWrites, ForecastTermKind.MemoryRounds, ForecastTermKind.Downtime, ForecastTermKind.Finish],
            forecast.Terms.Select(term => term.Kind));
        Assert.Equal(["root", "data"], forecast.Terms.Where(term => term.Kind is ForecastTermKind.DiskCopy).Select(term => term.Subject));
    }

    [Fact]
    public void DisksFollowOneAnother_AtTheRateOfOneStream()
    {
        var forecast = Of(Plain with { Running = false, MemoryBytes = 0, Disks = [.. Plain.Disks.Select(disk => disk with { Mirrored = false })] });
        var overheads = EstimationPriors.PrepareSeconds + (2 * EstimationPriors.DiskOverheadSeconds) + EstimationPriors.FinishSeconds;
        Assert.Equal(overheads + (48 * GiB / EstimationPriors.DiskStreamBytesPerSecond), forecast.TimeSeconds.Expected, 6);
        Assert.Equal(48 * GiB, forecast.DataBytes.Expected, 3);
        Assert.Equal(0, forecast.DowntimeSeconds.High90);
        Assert.Contains(ForecastAssumptions.StoppedBeforeMove, forecast.Assumptions);
        Assert.DoesNotContain(ForecastAssumptions.DirtyRatePrior, forecast.Assumptions);
    }

    [Fact]
    public void MirroredWrites_FollowTheFormula()
    {
        var disk = new ForecastDisk("only", 10 * GiB, 10 * GiB, true, 10e6);
        var forecast = Of(Plain with { Disks = [disk], DiskStreamBytesPerSecond = 110e6, MemoryStreamBytesPerSecond = 1e12, Dirty = DirtyModel.Idle, MemoryBytes = 0, HandOverSeconds = 0 });
        Assert.Equal(10 * GiB / 100e6, forecast.Terms.Where(term => term.Kind is ForecastTermKind.DiskCopy or ForecastTermKind.MirroredWrites).Sum(term => term.Seconds) - EstimationPriors.DiskOverheadSeconds, 3);
        Assert.Equal(10e6 * (EstimationPriors.DiskOverheadSeconds + (10 * GiB / 100e6)), forecast.Terms.Single(term => term.Kind is ForecastTermKind.MirroredWrites).Bytes, 1);
    }

    [Fact]
    public void WritesThatCrowdOutTheCopy_AreCalledOut()
    {
        var forecast = Of(Plain with { Disks = [new ForecastDisk("busy", GiB, GiB, true, 1e9)] });
        Assert.False(forecast.Converges);
        Assert.Contains(ForecastAssumptions.MirrorCannotKeepUp, forecast.Assumptions);
        Assert.True(double.IsFinite(forecast.TimeSeconds.High90));
    }

    [Fact]
    public void AGuestThatDirtiesFasterThanTheLink_DoesNotConverge_AndPausesLong()
    {
        var forecast = Of(Plain with { Dirty = new DirtyModel(4 * GiB, 2e9, 0, 0) });
        Assert.False(forecast.Converges);
        Assert.True(forecast.DowntimeSeconds.Expected > 10);
        Assert.True(Of(Plain with { Dirty = DirtyModel.Idle }).Converges);
    }

    [Fact]
    public void TheLink_IsShared_AndLimitedByWindowOverRoundTrip()
    {
        var slow = new TransferLink(BitRate.FromMegabits(1000), TimeSpan.Zero, 1500);
        var one = PathRates.Of(slow, 1, 1e12, 1e12);
        Assert.Equal(1000e6 / 8 * 1448 / 1538, one.Disk, 3);
        Assert.Equal(one.Disk / 4, PathRates.Of(slow, 4, 1e12, 1e12).Disk, 3);
        Assert.Equal(6 * 1048576 / 0.2, PathRates.Of(slow with { Capacity = BitRate.FromMegabits(1e6), Latency = TimeSpan.FromMilliseconds(100) }, 1, 1e12, 1e12).Memory, 3);
    }

    [Fact]
    public void WarmMoves_AreRefused_WithACode() => Assert.Equal("method-not-supported", MoveForecaster.Forecast(Plain with { Method = MoveMethod.Warm }).Refusal);

    [Fact]
    public void Intervals_HoldTheExpectedValue_AndNest() => Inputs.Sample(input =>
    {
        var forecast = Of(input);
        foreach (var estimate in new[] { forecast.TimeSeconds, forecast.DataBytes, forecast.DowntimeSeconds })
        {
            Assert.True(estimate.Low90 <= estimate.Low50 && estimate.Low50 <= estimate.Expected && estimate.Expected <= estimate.High50 && estimate.High50 <= estimate.High90);
            Assert.True(double.IsFinite(estimate.High90) && estimate.Low90 >= 0);
        }
    });

    [Fact]
    public void MoreCompany_IsNeverFaster_AndAFasterLinkNeverSlower() => Inputs.Sample(input =>
    {
        var alone = Of(input).TimeSeconds.Expected;
        Assert.True(Of(input with { Concurrency = input.Concurrency + 1 }).TimeSeconds.Expected >= alone * (1 - 1e-9));
        var stopped = input with { Running = false, MemoryBytes = 0, Disks = [.. input.Disks.Select(disk => disk with { Mirrored = false })] };
        var faster = input.Link with { Capacity = new BitRate(input.Link.Capacity.BitsPerSecond * 2) };
        Assert.True(Of(stopped with { Link = faster }).TimeSeconds.Expected <= Of(stopped).TimeSeconds.Expected * (1 + 1e-9));
    });

    [Fact]
    public void Input_IsReadFromInventory()
    {
        var relocation = new TestRelocation(vm => vm with { MemoryDynamicMin = ByteSize.FromGibibytes(2) });
        relocation.Source.Disk(relocation.Vm, relocation.SourceSr, gibibytes: 100, allocated: 30);
        var input = ForecastInput.From(relocation.Source.View, relocation.Planned[0], relocation.Unmapped.Link, 3)!;

        Assert.True(input.Running);
        Assert.Equal(2 * GiB, input.MemoryBytes);
        Assert.Equal([8 * GiB, 30 * GiB], input.Disks.Select(disk => disk.AllocatedBytes));
        Assert.Equal(EstimationPriors.OlderHandOverSeconds, input.HandOverSeconds);
        Assert.False(input.AllocationUnknown);
        Assert.False(ForecastInput.From(relocation.Source.View, relocation.Planned[0] with { Method = MoveMethod.Cold }, relocation.Unmapped.Link, 3)!.Running);
        Assert.Null(ForecastInput.From(relocation.Target.View, relocation.Planned[0], relocation.Unmapped.Link, 3));
    }

    [Fact]
    public void Memory_OfAGuestThatCannotBalloon_IsWhatItHolds()
    {
        var vm = new TestPool("any").Vm("x");
        Assert.Equal(4 * GiB, ForecastInput.MemoryOf(vm));
        Assert.Equal(3 * GiB, ForecastInput.MemoryOf(vm with { MemoryActual = ByteSize.FromGibibytes(3) }));
        Assert.Equal(GiB, ForecastInput.MemoryOf(vm with { MemoryActual = ByteSize.FromGibibytes(3), MemoryDynamicMin = ByteSize.FromGibibytes(1) }));
    }

    private static readonly Gen<ForecastInput> Inputs =
        from memory in Gen.Double[0.1, 512]
        from vcpus in Gen.Double[1, 64]
        from sizes in Gen.Double[0, 2000].Array[0, 6]
        from writes in Gen.Double[0, 200]
        from known in Gen.Bool
        from megabits in Gen.Double[10, 100_000]
        from latency in Gen.Double[0, 200]
        from concurrency in Gen.Int[1, 20]
        from running in Gen.Bool
        select new ForecastInput
        {
            Method = MoveMethod.Live,
            Running = running,
            MemoryBytes = running ? memory * GiB : 0,
            Vcpus = vcpus,
            Disks = [.. sizes.Order().Select((size, index) => new ForecastDisk($"d{index}", size * GiB, size * GiB / 2, running, known ? writes * 1e6 : null))],
            Link = new TransferLink(BitRate.FromMegabits(megabits), TimeSpan.FromMilliseconds(latency), 1500),
            Concurrency = concurrency,
        };

    private static MoveForecast Of(ForecastInput input) => MoveForecaster.Forecast(input).Forecast!;
}
