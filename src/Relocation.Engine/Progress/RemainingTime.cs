using Relocation.Core.Estimation;
using Relocation.Core.Runbooks;

namespace Relocation.Engine.Progress;

/// <summary>Remaining time from the forecast's later terms and, for disks, from the rate that is really seen.</summary>
internal static class RemainingTime
{
    /// <summary>Null without a forecast. The intervals keep the forecast's proportions.</summary>
    public static Estimate? Of(MoveForecast? forecast, MoveProgress progress)
    {
        if (forecast is null || forecast.TimeSeconds.Expected <= 0)
        {
            return null;
        }

        var seconds = OfDisks(forecast, progress) + OfMemory(forecast, progress) + Later(forecast, progress);
        var whole = forecast.TimeSeconds;
        double Scaled(double bound) => seconds * bound / whole.Expected;
        return new Estimate(seconds, Scaled(whole.Low50), Scaled(whole.High50), Scaled(whole.Low90), Scaled(whole.High90));
    }

    private static double OfDisks(MoveForecast forecast, MoveProgress progress)
    {
        if (progress.Phase > MovePhase.Disk)
        {
            return 0;
        }

        var left = progress.BytesTotal > 0 ? 1 - (progress.BytesDone / progress.BytesTotal) : 0;
        return progress.BytesPerSecond is > 0 and var rate
            ? (progress.BytesTotal - progress.BytesDone) / rate
            : left * Sum(forecast, ForecastTermKind.DiskCopy, ForecastTermKind.MirroredWrites);
    }

    private static double OfMemory(MoveForecast forecast, MoveProgress progress)
    {
        var left = progress.Phase switch
        {
            < MovePhase.Memory => 1,
            MovePhase.Memory => 1 - progress.PhaseFraction,
            _ => 0,
        };
        return left * Sum(forecast, ForecastTermKind.MemoryRounds);
    }

    private static double Later(MoveForecast forecast, MoveProgress progress) =>
        (progress.Phase <= MovePhase.Prepare ? Sum(forecast, ForecastTermKind.Prepare) : 0)
        + (progress.Phase <= MovePhase.HandOver ? Sum(forecast, ForecastTermKind.Downtime) : 0)
        + (progress.Phase <= MovePhase.CleanUp ? Sum(forecast, ForecastTermKind.Finish) : 0);

    private static double Sum(MoveForecast forecast, params ForecastTermKind[] kinds) =>
        forecast.Terms.Where(term => kinds.Contains(term.Kind)).Sum(term => term.Seconds);
}
