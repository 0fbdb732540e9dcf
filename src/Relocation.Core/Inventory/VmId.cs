namespace Relocation.Core.Inventory;

/// <summary>The uuid of a virtual machine; it is the same before and after a move.</summary>
public readonly record struct VmId(string Uuid) : IObjectId<VmId>
{
    /// <inheritdoc />
    public static VmId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
