namespace Relocation.Simulator.Values;

/// <summary>Text, a reference or an enumeration's word.</summary>
/// <param name="Text">The text.</param>
public sealed record XapiText(string Text) : XapiValue;
