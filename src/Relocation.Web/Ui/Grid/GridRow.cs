namespace Relocation.Web.Ui.Grid;

/// <summary>A row and its place in the list as shown.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Row">The row.</param>
public sealed record GridRow<TRow>(int Index, TRow Row);
