using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>Several NICs of a host used as one.</summary>
public sealed record Bond : InventoryObject
{
    /// <summary>The bond itself.</summary>
    public required BondId Id { get; init; }

    /// <summary>The PIF that stands for it.</summary>
    public PifId? Master { get; init; }

    /// <summary>Uuids of the member PIFs.</summary>
    public IReadOnlyList<string> Slaves { get; init; } = [];

    /// <summary>balance-slb, active-backup or lacp.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Hashing and timing.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The member that gives MAC and address.</summary>
    public PifId? PrimarySlave { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
