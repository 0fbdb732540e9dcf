namespace Relocation.Web.Ui.Grid;

/// <summary>A value offered to narrow a list by.</summary>
/// <param name="Text">The value as shown; may be empty.</param>
/// <param name="Count">Rows it would leave.</param>
/// <param name="Chosen">It is chosen.</param>
public sealed record FacetValue(string Text, int Count, bool Chosen);
