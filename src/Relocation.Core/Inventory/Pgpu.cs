using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A physical GPU of a host.</summary>
public sealed record Pgpu : InventoryObject
{
    /// <summary>The GPU itself.</summary>
    public required PgpuId Id { get; init; }

    /// <summary>Whose GPU.</summary>
    public HostId? Host { get; init; }

    /// <summary>Its PCI device.</summary>
    public PciId? Pci { get; init; }

    /// <summary>Uuid of its GPU group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
