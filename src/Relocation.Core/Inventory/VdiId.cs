namespace Relocation.Core.Inventory;

/// <summary>The uuid of a virtual disk image.</summary>
public readonly record struct VdiId(string Uuid) : IObjectId<VdiId>
{
    /// <inheritdoc />
    public static VdiId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
