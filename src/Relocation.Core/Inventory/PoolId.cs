namespace Relocation.Core.Inventory;

/// <summary>The uuid of a pool.</summary>
public readonly record struct PoolId(string Uuid) : IObjectId<PoolId>
{
    /// <inheritdoc />
    public static PoolId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
