namespace Relocation.Core.Inventory;

/// <summary>The uuid of a VM's network interface.</summary>
public readonly record struct VifId(string Uuid) : IObjectId<VifId>
{
    /// <inheritdoc />
    public static VifId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
