namespace Relocation.Core.Estimation;

/// <summary>A predicted figure with its intervals. The unit is that of the property that holds it.</summary>
/// <param name="Expected">The most likely value (median).</param>
/// <param name="Low50">Lower end of the interval that is to hold half of all outcomes.</param>
/// <param name="High50">Its upper end.</param>
/// <param name="Low90">Lower end of the interval that is to hold nine of ten outcomes.</param>
/// <param name="High90">Its upper end.</param>
public readonly record struct Estimate(double Expected, double Low50, double High50, double Low90, double High90);
