using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A VLAN on a host.</summary>
public sealed record Vlan : InventoryObject
{
    /// <summary>The VLAN itself.</summary>
    public required VlanId Id { get; init; }

    /// <summary>VLAN tag.</summary>
    public long Tag { get; init; }

    /// <summary>The NIC or bond beneath.</summary>
    public PifId? TaggedPif { get; init; }

    /// <summary>The PIF above.</summary>
    public PifId? UntaggedPif { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
