namespace Relocation.Xapi.Records;

/// <summary>One element of a XAPI set (no value) or map (key and value).</summary>
/// <param name="Key">The element, or the key.</param>
/// <param name="Value">The map's value; null in a set.</param>
internal readonly record struct RecordItem(string Key, string? Value);
