using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A virtual GPU, with the model of its type.</summary>
internal static class VgpuMapping
{
    public static Vgpu Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = VgpuId.Of(record.Uuid),
        Vm = InventoryMapping.Id<VmId>(joins.UuidOf(record, "VM", "VM")),
        Group = joins.UuidOf(record, "GPU_group", "GPU_group") ?? "",
        Type = joins.Follow(record, "type", "VGPU_type")?.Text("model_name") ?? "",
        ResidentOn = InventoryMapping.Id<PgpuId>(joins.UuidOf(record, "resident_on", "PGPU")),
        OtherConfig = record.Map("other_config"),
    };
}
