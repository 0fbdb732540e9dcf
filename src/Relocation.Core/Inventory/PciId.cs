namespace Relocation.Core.Inventory;

/// <summary>The uuid of a PCI device.</summary>
public readonly record struct PciId(string Uuid) : IObjectId<PciId>
{
    /// <inheritdoc />
    public static PciId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
