namespace Relocation.Simulator.Values;

/// <summary>An integer.</summary>
/// <param name="Number">The number.</param>
/// <param name="Is32Bit">Whether XML-RPC shows it as a typed 32-bit integer: only the counts of event.from are.</param>
public sealed record XapiInt(long Number, bool Is32Bit = false) : XapiValue;
