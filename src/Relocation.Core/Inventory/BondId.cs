namespace Relocation.Core.Inventory;

/// <summary>The uuid of a bond.</summary>
public readonly record struct BondId(string Uuid) : IObjectId<BondId>
{
    /// <inheritdoc />
    public static BondId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
