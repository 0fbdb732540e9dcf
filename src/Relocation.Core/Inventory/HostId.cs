namespace Relocation.Core.Inventory;

/// <summary>The uuid of a host.</summary>
public readonly record struct HostId(string Uuid) : IObjectId<HostId>
{
    /// <inheritdoc />
    public static HostId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
