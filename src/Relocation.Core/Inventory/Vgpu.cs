using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A virtual GPU of a VM.</summary>
public sealed record Vgpu : InventoryObject
{
    /// <summary>The GPU itself.</summary>
    public required VgpuId Id { get; init; }

    /// <summary>Whose GPU.</summary>
    public VmId? Vm { get; init; }

    /// <summary>Uuid of its GPU group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Model name of its type.</summary>
    public string Type { get; init; } = "";

    /// <summary>The physical GPU it uses.</summary>
    public PgpuId? ResidentOn { get; init; }

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
