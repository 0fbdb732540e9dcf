namespace Relocation.Data.Inventory;

/// <summary>An object of a pool as it is now.</summary>
internal sealed class ObjectRow
{
    public long Id { get; init; }

    public required int Pool { get; init; }

    public required string Class { get; init; }

    public required string Uuid { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the document; equal hashes mean that nothing changed. It protects against no attacker.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public required byte[] Document { get; init; }
}
