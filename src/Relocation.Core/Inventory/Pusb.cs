using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A physical USB device of a host.</summary>
public sealed record Pusb : InventoryObject
{
    /// <summary>The device itself.</summary>
    public required PusbId Id { get; init; }

    /// <summary>Whose device.</summary>
    public HostId? Host { get; init; }

    /// <summary>Bus path.</summary>
    public string Path { get; init; } = "";

    /// <summary>Maker.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>Model.</summary>
    public string Product { get; init; } = "";

    /// <summary>May be given to a VM.</summary>
    public bool PassthroughEnabled { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
