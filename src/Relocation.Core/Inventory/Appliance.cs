namespace Relocation.Core.Inventory;

/// <summary>A vApp: VMs that start and stop together.</summary>
public sealed record Appliance : InventoryObject
{
    /// <summary>The vApp itself.</summary>
    public required ApplianceId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
