namespace Relocation.Core.Inventory;

/// <summary>The uuid of a host's network interface.</summary>
public readonly record struct PifId(string Uuid) : IObjectId<PifId>
{
    /// <inheritdoc />
    public static PifId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
