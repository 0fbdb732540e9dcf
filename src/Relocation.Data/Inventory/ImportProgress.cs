namespace Relocation.Data.Inventory;

/// <summary>How far an import is.</summary>
/// <param name="Done">Objects stored so far.</param>
/// <param name="Total">Objects that will come.</param>
public readonly record struct ImportProgress(int Done, int Total);
