using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A host's network interface, with what its metrics say of the link.</summary>
internal static class PifMapping
{
    /// <summary>Drivers report 65535 when they do not know (xapi's network monitor passes it on).</summary>
    private const long UnknownSpeed = 65535;

    public static Pif Map(XapiRecord record, PoolId pool, RecordJoins joins)
    {
        var metrics = joins.Follow(record, "metrics", "PIF_metrics");
        return new()
        {
            Pool = pool,
            Id = PifId.Of(record.Uuid),
            Host = InventoryMapping.Id<HostId>(joins.UuidOf(record, "host", "host")),
            Network = InventoryMapping.Id<NetworkId>(joins.UuidOf(record, "network", "network")),
            Device = record.Text("device"),
            Mac = record.Text("MAC"),
            Mtu = record.Count("MTU", 1500),
            VlanTag = record.Count("VLAN", -1),
            Physical = record.Flag("physical"),
            Management = record.Flag("management"),
            CurrentlyAttached = record.Flag("currently_attached"),
            IpMode = record.Text("ip_configuration_mode"),
            Ip = record.Text("IP"),
            Netmask = record.Text("netmask"),
            Gateway = record.Text("gateway"),
            Dns = record.Text("DNS"),
            MasterOf = InventoryMapping.Id<BondId>(joins.MasterOf(record)),
            SlaveOf = InventoryMapping.Id<BondId>(joins.UuidOf(record, "bond_slave_of", "Bond")),
            Carrier = metrics?.FlagIfKnown("carrier"),
            Speed = SpeedOf(metrics),
            Vendor = metrics?.Text("vendor_name") ?? "",
            DisallowUnplug = record.Flag("disallow_unplug"),
            OtherConfig = record.Map("other_config"),
        };
    }

    private static BitRate? SpeedOf(XapiRecord? metrics) =>
        metrics?.Count("speed") is > 0 and not UnknownSpeed and var megabits ? BitRate.FromMegabits(megabits) : null;
}
