using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A VM's drive: the place where a VDI is attached (VBD).</summary>
public sealed record Vbd : InventoryObject
{
    /// <summary>The drive itself.</summary>
    public required VbdId Id { get; init; }

    /// <summary>Whose drive.</summary>
    public VmId? Vm { get; init; }

    /// <summary>What is in it; absent when empty.</summary>
    public VdiId? Vdi { get; init; }

    /// <summary>Name in the guest, such as xvda.</summary>
    public string Device { get; init; } = "";

    /// <summary>Position, such as 0.</summary>
    public string UserDevice { get; init; } = "";

    /// <summary>Disk, CD or Floppy.</summary>
    public string Type { get; init; } = "";

    /// <summary>RO or RW.</summary>
    public string Mode { get; init; } = "";

    /// <summary>The VM boots from it.</summary>
    public bool Bootable { get; init; }

    /// <summary>Nothing is inserted.</summary>
    public bool Empty { get; init; }

    /// <summary>Attached now.</summary>
    public bool CurrentlyAttached { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
