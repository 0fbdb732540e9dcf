namespace Relocation.Core.Inventory;

/// <summary>The uuid of a host's connection to a storage repository.</summary>
public readonly record struct PbdId(string Uuid) : IObjectId<PbdId>
{
    /// <inheritdoc />
    public static PbdId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
