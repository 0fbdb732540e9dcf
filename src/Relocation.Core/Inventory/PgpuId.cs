namespace Relocation.Core.Inventory;

/// <summary>The uuid of a physical GPU.</summary>
public readonly record struct PgpuId(string Uuid) : IObjectId<PgpuId>
{
    /// <inheritdoc />
    public static PgpuId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
