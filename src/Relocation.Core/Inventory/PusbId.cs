namespace Relocation.Core.Inventory;

/// <summary>The uuid of a physical USB device.</summary>
public readonly record struct PusbId(string Uuid) : IObjectId<PusbId>
{
    /// <inheritdoc />
    public static PusbId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
