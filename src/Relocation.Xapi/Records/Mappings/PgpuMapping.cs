using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A physical GPU.</summary>
internal static class PgpuMapping
{
    public static Pgpu Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = PgpuId.Of(record.Uuid),
        Host = InventoryMapping.Id<HostId>(joins.UuidOf(record, "host", "host")),
        Pci = InventoryMapping.Id<PciId>(joins.UuidOf(record, "PCI", "PCI")),
        Group = joins.UuidOf(record, "GPU_group", "GPU_group") ?? "",
        OtherConfig = record.Map("other_config"),
    };
}
