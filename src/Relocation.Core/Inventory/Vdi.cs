using System.Collections.Immutable;
using Relocation.Core.Quantities;

namespace Relocation.Core.Inventory;

/// <summary>A virtual disk image (VDI).</summary>
public sealed record Vdi : InventoryObject
{
    /// <summary>The disk itself.</summary>
    public required VdiId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where it lies.</summary>
    public SrId? Sr { get; init; }

    /// <summary>Size the guest sees.</summary>
    public ByteSize VirtualSize { get; init; }

    /// <summary>Bytes it takes on the SR.</summary>
    public ByteSize PhysicalUtilisation { get; init; }

    /// <summary>user, system, suspend, ha_statefile …</summary>
    public string Type { get; init; } = "";

    /// <summary>It is a snapshot.</summary>
    public bool IsSnapshot { get; init; }

    /// <summary>The disk it was taken of.</summary>
    public VdiId? SnapshotOf { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? SnapshotTime { get; init; }

    /// <summary>Several VMs may write to it.</summary>
    public bool Sharable { get; init; }

    /// <summary>Nobody may write to it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>A disk in its own right rather than a hidden node of a chain.</summary>
    public bool Managed { get; init; }

    /// <summary>Its SR no longer finds it.</summary>
    public bool Missing { get; init; }

    /// <summary>persist or reset.</summary>
    public string OnBoot { get; init; } = "";

    /// <summary>IntelliCache may cache it.</summary>
    public bool AllowCaching { get; init; }

    /// <summary>Changed blocks are tracked.</summary>
    public bool CbtEnabled { get; init; }

    /// <summary>The node below it in its chain.</summary>
    public VdiId? Parent { get; init; }

    /// <summary>Its name inside the SR.</summary>
    public string Location { get; init; } = "";

    /// <summary>Driver facts.</summary>
    public IReadOnlyDictionary<string, string> SmConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
