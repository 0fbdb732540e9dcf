namespace Relocation.Core.Estimation;

/// <summary>
/// Predicts time, data and pause of a move from inventory: disks one after another, smallest first, each mirrored until the VM has moved; then
/// memory by Xen's stop rule; then the pause (docs/design/estimation.md). Same input, same forecast.
/// </summary>
public static class MoveForecaster
{
    /// <summary>A pause longer than so many seconds is called out when memory is dirtied faster than it can be sent.</summary>
    public const double LongPauseSeconds = 1;

    /// <summary>Rate left to a copy that the guest's writes crowd out, as a share of the path.</summary>
    private const double CrowdedShare = 0.05;

    /// <summary>The forecast, or the refusal `method-not-supported` for warm moves.</summary>
    public static ForecastResult Forecast(ForecastInput input)
    {
        if (input.Method is Waves.MoveMethod.Warm)
        {
            return new ForecastResult(null, "method-not-supported");
        }

        var rates = PathRates.Of(
            input.Link,
            input.Concurrency,
            input.DiskStreamBytesPerSecond ?? EstimationPriors.DiskStreamBytesPerSecond,
            input.MemoryStreamBytesPerSecond ?? EstimationPriors.MemoryStreamBytesPerSecond);
        var disks = CopyDisks(input, rates.Disk);
        var memory = CopyMemory(input, rates.Memory, disks.WritesPerSecond);
        var mirrored = disks.MirroredBytes + (disks.WritesPerSecond * (memory.LiveSeconds + memory.PauseSeconds));

        List<ForecastTerm> terms =
        [
            new(ForecastTermKind.Prepare, "", EstimationPriors.PrepareSeconds, 0),
            .. disks.Terms,
            .. input.Disks.Any(disk => disk.Mirrored) ? [new ForecastTerm(ForecastTermKind.MirroredWrites, "", disks.DelaySeconds, mirrored)] : Array.Empty<ForecastTerm>(),
            .. input.Running
                ? [new ForecastTerm(ForecastTermKind.MemoryRounds, "", memory.LiveSeconds, memory.LiveBytes), new ForecastTerm(ForecastTermKind.Downtime, "", memory.PauseSeconds, memory.PauseBytes)]
                : Array.Empty<ForecastTerm>(),
            new(ForecastTermKind.Finish, "", EstimationPriors.FinishSeconds, 0),
        ];
        var time = terms.Where(term => !input.Running || term.Kind is not ForecastTermKind.Finish).Sum(term => term.Seconds);
        var unknown = input.AllocationUnknown ? EstimationPriors.ThickAllocationSpread : 0;
        return new ForecastResult(
            new MoveForecast
            {
                TimeSeconds = Interval.Lognormal(time, double.Hypot(EstimationPriors.TimeSpread, unknown)),
                DataBytes = Interval.Lognormal(terms.Sum(term => term.Bytes), double.Hypot(EstimationPriors.DataSpread, unknown)),
                DowntimeSeconds = Interval.Lognormal(memory.PauseSeconds, EstimationPriors.DowntimeSpread),
                Converges = memory.Converges && !disks.CrowdedOut,
                Terms = terms,
                Assumptions = AssumptionsOf(input, disks.CrowdedOut),
            },
            "");
    }

    private static DiskCourse CopyDisks(ForecastInput input, double rate)
    {
        var (writes, delay, mirrored, crowded) = (0.0, 0.0, 0.0, false);
        List<ForecastTerm> terms = [];
        var writable = 0;
        foreach (var disk in input.Disks)
        {
            if (disk.Mirrored)
            {
                var prior = writable++ == 0 ? EstimationPriors.FirstDiskWriteBytesPerSecond : EstimationPriors.OtherDiskWriteBytesPerSecond;
                writes += disk.WriteBytesPerSecond ?? prior;
            }

            var left = rate - writes;
            crowded |= left <= CrowdedShare * rate;
            var alone = disk.AllocatedBytes / rate;
            var shared = disk.AllocatedBytes / Math.Max(left, CrowdedShare * rate);
            delay += shared - alone;
            mirrored += writes * (EstimationPriors.DiskOverheadSeconds + shared);
            terms.Add(new ForecastTerm(ForecastTermKind.DiskCopy, disk.Name, EstimationPriors.DiskOverheadSeconds + alone, disk.AllocatedBytes));
        }

        return new DiskCourse(terms, writes, delay, mirrored, crowded);
    }

    private static MemoryCourse CopyMemory(ForecastInput input, double rate, double writes)
    {
        if (!input.Running)
        {
            return new MemoryCourse(0, 0, 0, 0, true);
        }

        var dirty = input.Dirty ?? DirtyModel.Prior(input.MemoryBytes, input.Vcpus);
        var left = Math.Max(rate - writes, CrowdedShare * rate);
        var passes = MemoryPasses.Run(input.MemoryBytes, dirty, left);
        var final = passes.FinalBytes * MemoryPasses.StreamOverhead;
        var pause = input.HandOverSeconds + (final / left);
        return new MemoryCourse(passes.Seconds, passes.Bytes * MemoryPasses.StreamOverhead, pause, final, dirty.InitialBytesPerSecond < left || final / left <= LongPauseSeconds);
    }

    private static List<string> AssumptionsOf(ForecastInput input, bool crowdedOut)
    {
        List<string> codes = [ForecastAssumptions.OverheadPrior, ForecastAssumptions.SpreadPrior];
        Note(input.DiskStreamBytesPerSecond is null || (input.Running && input.MemoryStreamBytesPerSecond is null), ForecastAssumptions.StreamRatePrior);
        Note(input.Running && input.Dirty is null, ForecastAssumptions.DirtyRatePrior);
        Note(input.Disks.Any(disk => disk is { Mirrored: true, WriteBytesPerSecond: null }), ForecastAssumptions.WriteRatePrior);
        Note(input.AllocationUnknown, ForecastAssumptions.ThickAllocation);
        Note(crowdedOut, ForecastAssumptions.MirrorCannotKeepUp);
        Note(!input.Running, ForecastAssumptions.StoppedBeforeMove);
        return codes;

        void Note(bool holds, string code)
        {
            if (holds)
            {
                codes.Add(code);
            }
        }
    }

    private sealed record DiskCourse(IReadOnlyList<ForecastTerm> Terms, double WritesPerSecond, double DelaySeconds, double MirroredBytes, bool CrowdedOut);

    private sealed record MemoryCourse(double LiveSeconds, double LiveBytes, double PauseSeconds, double PauseBytes, bool Converges);
}
