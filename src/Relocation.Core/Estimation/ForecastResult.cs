namespace Relocation.Core.Estimation;

/// <summary>A forecast, or why there is none.</summary>
/// <param name="Forecast">The forecast, or null.</param>
/// <param name="Refusal">Stable code such as `method-not-supported`; empty when there is a forecast.</param>
public sealed record ForecastResult(MoveForecast? Forecast, string Refusal);
