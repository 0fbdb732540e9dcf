using Relocation.Core.Runbooks;

namespace Relocation.Core.Estimation;

/// <summary>Time a move still needs: what its observed rate says of the disks, and what the forecast says of the rest.</summary>
internal static class RemainingTime
{
    /// <summary>The remaining seconds, zero once finished.</summary>
    public static Estimate Of(
        IReadOnlyList<RunbookDisk> disks, MoveForecast forecast, MovePhase phase, double phaseFraction, DiskPosition position, double? bytesPerSecond)
    {
        var rest = forecast.Terms.Sum(term => term.Seconds * Share(term.Kind, phase, phaseFraction));
        var copy = forecast.Terms.Where(term => term.Kind is ForecastTermKind.DiskCopy or ForecastTermKind.MirroredWrites).Sum(term => term.Seconds);
        var copySpread = EstimationPriors.TimeSpread;
        if (phase > MovePhase.Disk)
        {
            copy = 0;
        }
        else if (phase is MovePhase.Disk)
        {
            var bytes = disks.Sum(disk => (double)disk.AllocatedSize.Bytes);
            var left = Math.Max(0, bytes - position.SentBytes);
            if (bytesPerSecond is > 0)
            {
                var waiting = position.Number > 0 ? disks.Count - position.Number : 0;
                copy = (left / bytesPerSecond.Value) + (waiting * EstimationPriors.DiskOverheadSeconds);
                copySpread = EstimationPriors.ObservedRateSpread;
            }
            else
            {
                copy *= bytes > 0 ? left / bytes : 1 - phaseFraction;
            }
        }

        var expected = copy + rest;
        var spread = expected > 0 ? double.Hypot(copy * copySpread, rest * EstimationPriors.TimeSpread) / expected : 0;
        return Interval.Lognormal(expected, spread);
    }

    /// <summary>How much of a term is still ahead, disk terms left out.</summary>
    private static double Share(ForecastTermKind kind, MovePhase now, double fraction)
    {
        var phase = kind switch
        {
            ForecastTermKind.Prepare => MovePhase.Prepare,
            ForecastTermKind.MemoryRounds => MovePhase.Memory,
            ForecastTermKind.Downtime => MovePhase.HandOver,
            ForecastTermKind.Finish => MovePhase.CleanUp,
            _ => MovePhase.Waiting,
        };
        return phase is MovePhase.Waiting || phase < now ? 0 : phase == now ? 1 - fraction : 1;
    }
}
