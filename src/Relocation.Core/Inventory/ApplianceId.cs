namespace Relocation.Core.Inventory;

/// <summary>The uuid of a vApp.</summary>
public readonly record struct ApplianceId(string Uuid) : IObjectId<ApplianceId>
{
    /// <inheritdoc />
    public static ApplianceId Of(string uuid) => new(uuid);

    /// <inheritdoc />
    public override string ToString() => Uuid;
}
