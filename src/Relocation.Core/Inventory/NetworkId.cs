namespace Relocation.Core.Inventory;

/// <summary>The uuid of a network.</summary>
public readonly record struct NetworkId(string Uuid) : IObjectId<NetworkId>
{
    /// <inheritdoc />
    public static NetworkId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
