using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A VM's network interface.</summary>
internal static class VifMapping
{
    public static Vif Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = VifId.Of(record.Uuid),
        Vm = InventoryMapping.Id<VmId>(joins.UuidOf(record, "VM", "VM")),
        Network = InventoryMapping.Id<NetworkId>(joins.UuidOf(record, "network", "network")),
        Device = record.Text("device"),
        Mac = record.Text("MAC"),
        Mtu = record.Count("MTU", 1500),
        LockingMode = record.Text("locking_mode"),
        Ipv4Allowed = record.Set("ipv4_allowed"),
        Ipv6Allowed = record.Set("ipv6_allowed"),
        CurrentlyAttached = record.Flag("currently_attached"),
        OtherConfig = record.Map("other_config"),
    };
}
