using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>A pool whose inventory is stored.</summary>
internal sealed class PoolRow
{
    /// <summary>Short key that the object rows carry instead of the uuid.</summary>
    public int Key { get; init; }

    public required string Uuid { get; init; }

    public required string Name { get; init; }

    public required string ProductVersion { get; init; }

    public required CaptureSource Source { get; init; }

    /// <summary>Raised first in every transaction that changes objects: writers of one pool queue up behind it.</summary>
    public required long Revision { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required int ObjectCount { get; init; }
}
