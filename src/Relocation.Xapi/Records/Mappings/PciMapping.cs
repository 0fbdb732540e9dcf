using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A PCI device of a host; who holds it is told by the VMs.</summary>
internal static class PciMapping
{
    public static Pci Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = PciId.Of(record.Uuid),
        Host = InventoryMapping.Id<HostId>(joins.UuidOf(record, "host", "host")),
        Address = record.Text("pci_id"),
        Class = record.Text("class_name"),
        Vendor = record.Text("vendor_name"),
        Device = record.Text("device_name"),
        AttachedVms = joins.ResolveAll(record, "attached_VMs", "VM", joins.Facts.HoldersOf(record)),
        OtherConfig = record.Map("other_config"),
    };
}
