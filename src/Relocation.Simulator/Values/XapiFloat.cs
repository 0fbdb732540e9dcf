namespace Relocation.Simulator.Values;

/// <summary>A double.</summary>
/// <param name="Number">The number.</param>
public sealed record XapiFloat(double Number) : XapiValue;
