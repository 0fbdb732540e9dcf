using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A VM's network interface (VIF).</summary>
public sealed record Vif : InventoryObject
{
    /// <summary>The interface itself.</summary>
    public required VifId Id { get; init; }

    /// <summary>Whose interface.</summary>
    public VmId? Vm { get; init; }

    /// <summary>Which network.</summary>
    public NetworkId? Network { get; init; }

    /// <summary>Position, such as 0.</summary>
    public string Device { get; init; } = "";

    /// <summary>Hardware address, kept by a move.</summary>
    public string Mac { get; init; } = "";

    /// <summary>Largest packet in bytes.</summary>
    public long Mtu { get; init; }

    /// <summary>network_default, locked, unlocked or disabled.</summary>
    public string LockingMode { get; init; } = "";

    /// <summary>Addresses it may use when locked.</summary>
    public IReadOnlyList<string> Ipv4Allowed { get; init; } = [];

    /// <summary>IPv6 addresses it may use when locked.</summary>
    public IReadOnlyList<string> Ipv6Allowed { get; init; } = [];

    /// <summary>Plugged now.</summary>
    public bool CurrentlyAttached { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
