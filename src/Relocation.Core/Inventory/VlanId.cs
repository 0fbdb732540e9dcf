namespace Relocation.Core.Inventory;

/// <summary>The uuid of a VLAN.</summary>
public readonly record struct VlanId(string Uuid) : IObjectId<VlanId>
{
    /// <inheritdoc />
    public static VlanId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
