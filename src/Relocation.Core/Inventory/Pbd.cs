using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A host's connection to a storage repository (PBD).</summary>
public sealed record Pbd : InventoryObject
{
    /// <summary>The PBD itself.</summary>
    public required PbdId Id { get; init; }

    /// <summary>Which host.</summary>
    public HostId? Host { get; init; }

    /// <summary>Which SR.</summary>
    public SrId? Sr { get; init; }

    /// <summary>Plugged now.</summary>
    public bool CurrentlyAttached { get; init; }

    /// <summary>How it connects; secrets removed.</summary>
    public IReadOnlyDictionary<string, string> DeviceConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
