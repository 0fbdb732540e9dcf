namespace Relocation.Core.Estimation;

/// <summary>Intervals around a prediction whose error is lognormal.</summary>
public static class Interval
{
    /// <summary>Standard normal quantile of 0.75: half of all outcomes lie within plus or minus so many spreads.</summary>
    private const double Quartile = 0.6744897501960817;

    /// <summary>Standard normal quantile of 0.95.</summary>
    private const double Twentieth = 1.6448536269514722;

    /// <summary>The estimate with its intervals.</summary>
    /// <param name="expected">The median; nothing below zero.</param>
    /// <param name="spread">Standard deviation of ln(outcome/expected).</param>
    public static Estimate Lognormal(double expected, double spread)
    {
        var half = Math.Exp(Quartile * spread);
        var nine = Math.Exp(Twentieth * spread);
        return new Estimate(expected, expected / half, expected * half, expected / nine, expected * nine);
    }
}
