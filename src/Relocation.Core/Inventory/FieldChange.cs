namespace Relocation.Core.Inventory;

/// <summary>A field that differs between two captures.</summary>
/// <param name="Field">Name of the field as in Core; an entry of a map is `Field[key]`.</param>
/// <param name="Before">Its value before as invariant text: sizes in bytes, rates in bits per second, instants in ISO 8601; empty for none.</param>
/// <param name="After">Its value after, likewise.</param>
public sealed record FieldChange(string Field, string Before, string After);
