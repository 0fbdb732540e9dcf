using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A PCI device of a host.</summary>
public sealed record Pci : InventoryObject
{
    /// <summary>The device itself.</summary>
    public required PciId Id { get; init; }

    /// <summary>Whose device.</summary>
    public HostId? Host { get; init; }

    /// <summary>PCI address.</summary>
    public string Address { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Class { get; init; } = "";

    /// <summary>Maker.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>Model.</summary>
    public string Device { get; init; } = "";

    /// <summary>Uuids of the VMs that hold it.</summary>
    public IReadOnlyList<string> AttachedVms { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
