using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A host's connection to a storage repository.</summary>
internal static class PbdMapping
{
    public static Pbd Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = PbdId.Of(record.Uuid),
        Host = InventoryMapping.Id<HostId>(joins.UuidOf(record, "host", "host")),
        Sr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "SR", "SR")),
        CurrentlyAttached = record.Flag("currently_attached"),
        DeviceConfig = record.Map("device_config"),
        OtherConfig = record.Map("other_config"),
    };
}
