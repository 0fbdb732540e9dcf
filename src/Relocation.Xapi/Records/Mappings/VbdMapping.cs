using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A VM's drive.</summary>
internal static class VbdMapping
{
    public static Vbd Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = VbdId.Of(record.Uuid),
        Vm = InventoryMapping.Id<VmId>(joins.UuidOf(record, "VM", "VM")),
        Vdi = InventoryMapping.Id<VdiId>(joins.UuidOf(record, "VDI", "VDI")),
        Device = record.Text("device"),
        UserDevice = record.Text("userdevice"),
        Type = record.Text("type"),
        Mode = record.Text("mode"),
        Bootable = record.Flag("bootable"),
        Empty = record.Flag("empty"),
        CurrentlyAttached = record.Flag("currently_attached"),
        OtherConfig = record.Map("other_config"),
    };
}
