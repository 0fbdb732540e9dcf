using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A physical USB device.</summary>
internal static class PusbMapping
{
    public static Pusb Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = PusbId.Of(record.Uuid),
        Host = InventoryMapping.Id<HostId>(joins.UuidOf(record, "host", "host")),
        Path = record.Text("path"),
        Vendor = record.Text("vendor_desc"),
        Product = record.Text("product_desc"),
        PassthroughEnabled = record.Flag("passthrough_enabled"),
        OtherConfig = record.Map("other_config"),
    };
}
