using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>What one move takes from one target SR.</summary>
/// <param name="Sr">The SR.</param>
/// <param name="Need">Bytes it takes.</param>
/// <param name="Left">Bytes that moves before it leave free; negative when they are too much already.</param>
public sealed record SpaceEntry(StorageRepository Sr, long Need, long Left)
{
    /// <summary>Virtual size of its disks that go there, in sum.</summary>
    public required long Virtual { get; init; }

    /// <summary>Virtual size of the largest of them.</summary>
    public required long Largest { get; init; }
}
