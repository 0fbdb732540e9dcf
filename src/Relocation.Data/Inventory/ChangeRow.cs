using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>What a capture found changed in one object.</summary>
internal sealed class ChangeRow
{
    public long Id { get; init; }

    public required long Capture { get; init; }

    public required ChangeKind Kind { get; init; }

    public required string Class { get; init; }

    public required string Uuid { get; init; }

    public required string Name { get; init; }

    /// <summary>A JSON list of the fields that differ.</summary>
    public required string Fields { get; init; }
}
