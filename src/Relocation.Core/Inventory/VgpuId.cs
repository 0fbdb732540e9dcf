namespace Relocation.Core.Inventory;

/// <summary>The uuid of a virtual GPU.</summary>
public readonly record struct VgpuId(string Uuid) : IObjectId<VgpuId>
{
    /// <inheritdoc />
    public static VgpuId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
