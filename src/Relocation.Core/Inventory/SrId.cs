namespace Relocation.Core.Inventory;

/// <summary>The uuid of a storage repository.</summary>
public readonly record struct SrId(string Uuid) : IObjectId<SrId>
{
    /// <inheritdoc />
    public static SrId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
