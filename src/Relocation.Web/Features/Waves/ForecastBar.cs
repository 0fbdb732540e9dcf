using Relocation.Core.Estimation;

namespace Relocation.Web.Features.Waves;

/// <summary>A term of a forecast as a bar of the waterfall.</summary>
/// <param name="Term">What costs.</param>
/// <param name="Start">Where it begins, as a share of the longest course.</param>
/// <param name="Width">How long it takes, as such a share.</param>
/// <param name="After">It comes after the VM runs at the target, so it is no part of its time.</param>
public sealed record ForecastBar(ForecastTerm Term, double Start, double Width, bool After)
{
    /// <summary>The terms in order, each beginning where the one before ends.</summary>
    public static IReadOnlyList<ForecastBar> Of(MoveForecast forecast)
    {
        var whole = forecast.Terms.Sum(term => term.Seconds);
        var running = forecast.Terms.Any(term => term.Kind is ForecastTermKind.Downtime);
        List<ForecastBar> bars = [];
        var at = 0.0;
        foreach (var term in forecast.Terms)
        {
            bars.Add(new ForecastBar(term, whole > 0 ? at / whole : 0, whole > 0 ? term.Seconds / whole : 0, running && term.Kind is ForecastTermKind.Finish));
            at += term.Seconds;
        }

        return bars;
    }
}
