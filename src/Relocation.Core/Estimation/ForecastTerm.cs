namespace Relocation.Core.Estimation;

/// <summary>One term of a forecast.</summary>
/// <param name="Kind">What costs.</param>
/// <param name="Subject">Disk name or empty.</param>
/// <param name="Seconds">Time it takes.</param>
/// <param name="Bytes">Data it moves.</param>
public sealed record ForecastTerm(ForecastTermKind Kind, string Subject, double Seconds, double Bytes);
