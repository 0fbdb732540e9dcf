namespace Relocation.Core.Inventory;

/// <summary>The uuid of a VM's drive.</summary>
public readonly record struct VbdId(string Uuid) : IObjectId<VbdId>
{
    /// <inheritdoc />
    public static VbdId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
