using System.Collections.Immutable;
using Relocation.Core.Quantities;

namespace Relocation.Core.Inventory;

/// <summary>A host's network interface (PIF): NIC, bond or VLAN.</summary>
public sealed record Pif : InventoryObject
{
    /// <summary>The interface itself.</summary>
    public required PifId Id { get; init; }

    /// <summary>Whose interface.</summary>
    public HostId? Host { get; init; }

    /// <summary>Which network it carries.</summary>
    public NetworkId? Network { get; init; }

    /// <summary>Name such as eth0.</summary>
    public string Device { get; init; } = "";

    /// <summary>Hardware address.</summary>
    public string Mac { get; init; } = "";

    /// <summary>Largest packet in bytes.</summary>
    public long Mtu { get; init; }

    /// <summary>VLAN tag, -1 when untagged.</summary>
    public long VlanTag { get; init; }

    /// <summary>A NIC rather than a bond or VLAN.</summary>
    public bool Physical { get; init; }

    /// <summary>Carries the host's management traffic.</summary>
    public bool Management { get; init; }

    /// <summary>Plugged now.</summary>
    public bool CurrentlyAttached { get; init; }

    /// <summary>None, DHCP or Static.</summary>
    public string IpMode { get; init; } = "";

    /// <summary>Address.</summary>
    public string Ip { get; init; } = "";

    /// <summary>Netmask.</summary>
    public string Netmask { get; init; } = "";

    /// <summary>Gateway.</summary>
    public string Gateway { get; init; } = "";

    /// <summary>Name servers.</summary>
    public string Dns { get; init; } = "";

    /// <summary>The bond it is the face of.</summary>
    public BondId? MasterOf { get; init; }

    /// <summary>The bond it is a member of.</summary>
    public BondId? SlaveOf { get; init; }

    /// <summary>Link is up; absent when unknown.</summary>
    public bool? Carrier { get; init; }

    /// <summary>Link speed; absent when unknown.</summary>
    public BitRate? Speed { get; init; }

    /// <summary>NIC maker.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>Must stay plugged.</summary>
    public bool DisallowUnplug { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
