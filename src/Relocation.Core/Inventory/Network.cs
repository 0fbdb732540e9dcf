using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A network VMs and hosts connect to.</summary>
public sealed record Network : InventoryObject
{
    /// <summary>The network itself.</summary>
    public required NetworkId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Bridge name on the hosts.</summary>
    public string Bridge { get; init; } = "";

    /// <summary>Largest packet in bytes.</summary>
    public long Mtu { get; init; }

    /// <summary>What unlocked interfaces may do.</summary>
    public string DefaultLockingMode { get; init; } = "";

    /// <summary>Tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
