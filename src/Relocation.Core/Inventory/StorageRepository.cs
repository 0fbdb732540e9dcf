using System.Collections.Immutable;
using Relocation.Core.Quantities;

namespace Relocation.Core.Inventory;

/// <summary>A storage repository (SR).</summary>
public sealed record StorageRepository : InventoryObject
{
    /// <summary>The SR itself.</summary>
    public required SrId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Driver: lvm, nfs, lvmoiscsi …</summary>
    public string Type { get; init; } = "";

    /// <summary>user, iso or empty.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Every host of the pool can see it.</summary>
    public bool Shared { get; init; }

    /// <summary>Size of what lies beneath.</summary>
    public ByteSize PhysicalSize { get; init; }

    /// <summary>Bytes used of it.</summary>
    public ByteSize PhysicalUtilisation { get; init; }

    /// <summary>Sum of virtual sizes promised.</summary>
    public ByteSize VirtualAllocation { get; init; }

    /// <summary>Driver facts.</summary>
    public IReadOnlyDictionary<string, string> SmConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What its driver can do, such as VDI_MIRROR, from the pool's SM table.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
