using System.Globalization;
using Relocation.Simulator.Database;
using Relocation.Simulator.Operations;
using Relocation.Simulator.Operations.Networks;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Demonstration;

/// <summary>Builds a pool's database: hosts with cards and bonds, networks, stores. The same seed builds the same pool.</summary>
public sealed class PoolBuilder
{
    private const long Gibibyte = 1L << 30;

    private static readonly string[] Migratable =
        ["SR_PROBE", "SR_UPDATE", "VDI_ACTIVATE", "VDI_ATTACH", "VDI_CLONE", "VDI_CONFIG_CBT", "VDI_CREATE", "VDI_DEACTIVATE", "VDI_DELETE", "VDI_DETACH", "VDI_GENERATE_CONFIG", "VDI_MIRROR", "VDI_RESET_ON_BOOT", "VDI_RESIZE", "VDI_SNAPSHOT", "VDI_UPDATE"];

    private static readonly string[] Plain = ["SR_PROBE", "SR_UPDATE", "VDI_ATTACH", "VDI_DETACH"];

    private readonly Generation generation;
    private readonly Dictionary<string, XapiObject> named = new(StringComparer.Ordinal);

    /// <summary>Begins an empty pool.</summary>
    public PoolBuilder(string name, Generation generation, int seed, DateTimeOffset now)
    {
        this.generation = generation;
        Now = now;
        Database = new PoolDatabase(XapiSchema.Current, new IdentifierSource(seed));
        Pool = Database.Create("pool", VmRecords.Of(
            ("name_label", name), ("cpu_info", CpuInfo()), ("ha_cluster_stack", "xhad"),
            ("restrictions", new Dictionary<string, string> { ["restrict_storage_xen_motion"] = "false", ["restrict_xen_motion"] = "false", ["restrict_pool_size"] = "false" })));
        foreach (var type in (string[])["nfs", "ext", "lvm", "lvmoiscsi", "lvmohba", "iso"])
        {
            var features = type == "iso" ? Plain : Migratable;
            Database.Create("SM", VmRecords.Of(
                ("type", type), ("name_label", type.ToUpperInvariant()), ("version", "3.0"), ("required_api_version", "1.0"), ("capabilities", features),
                ("features", new XapiMap(features.Select(feature => KeyValuePair.Create(feature, (XapiValue)1L))))));
        }
    }

    /// <summary>The database being built.</summary>
    public PoolDatabase Database { get; }

    /// <summary>The pool object.</summary>
    public XapiObject Pool { get; }

    /// <summary>The instant at which the pool is shown.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The object made under a name.</summary>
    public XapiObject this[string name] => named[name];

    /// <summary>Adds a host with four cards, the first two bonded for management and guests, the others for storage. The first host is the coordinator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="address">Its management address.</param>
    /// <param name="storageAddress">Its address on the storage network.</param>
    /// <param name="memoryGibibytes">Its memory.</param>
    public XapiObject AddHost(string name, string address, string storageAddress, long memoryGibibytes)
    {
        var metrics = Database.Create("host_metrics", VmRecords.Of(("live", true), ("memory_total", memoryGibibytes * Gibibyte), ("memory_free", memoryGibibytes * Gibibyte / 2), ("last_updated", Now)));
        var host = Database.Create("host", VmRecords.Of(
            ("name_label", name), ("hostname", name), ("address", address), ("enabled", true), ("metrics", metrics.Ref), ("memory_overhead", Gibibyte), ("edition", "xcp-ng"),
            ("API_version_major", 2L), ("API_version_minor", 23L), ("cpu_info", CpuInfo()), ("software_version", Versions(name)), ("sched_policy", "credit"),
            ("virtual_hardware_platform_versions", new XapiSet([0L, 1L, 2L])), ("other_config", new Dictionary<string, string> { ["iscsi_iqn"] = $"iqn.2019-05.cn.weather:{name}" }),
            ("bios_strings", new Dictionary<string, string> { ["system-manufacturer"] = "Inspur", ["system-product-name"] = "NF5280" })));
        if (Database.Pool.Text("master") is XapiValue.Null or "")
        {
            Database.Set(Pool, "master", host.Ref);
        }
        named[name] = host;
        AddControlDomain(host, 8);
        for (var card = 0; card < 4; card++)
        {
            AddCard(host, card, Database.Count("host"));
        }
        Bond(host, "Management and guests", ["eth0", "eth1"], "lacp", address);
        Bond(host, "Storage", ["eth2", "eth3"], "active-backup", storageAddress);
        return host;
    }

    /// <summary>Adds a network; a tag above zero makes a VLAN on every host's guest bond.</summary>
    public XapiObject AddNetwork(string name, int tag, string description = "", int mtu = 1500)
    {
        var network = Database.Create("network", VmRecords.Of(
            ("name_label", name), ("name_description", description), ("MTU", (long)mtu), ("bridge", NetworkRecords.FreeBridge(Database)), ("managed", true)));
        named[name] = network;
        if (tag > 0)
        {
            foreach (var bond in Database.All("PIF").Where(pif => pif.Bool("management")).ToList())
            {
                NetworkRecords.CreateVlan(Database, bond, tag, network);
            }
        }
        return network;
    }

    /// <summary>Adds a store, shared by all hosts or local to one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The driver's type.</param>
    /// <param name="gibibytes">Its size.</param>
    /// <param name="device">The driver's configuration.</param>
    /// <param name="host">The host of a local one; null for a shared one.</param>
    public XapiObject AddStore(string name, string type, long gibibytes, Dictionary<string, string> device, XapiObject? host = null)
    {
        var sr = Database.Create("SR", VmRecords.Of(
            ("name_label", name), ("type", type), ("content_type", type == "iso" ? "iso" : "user"), ("shared", host is null), ("physical_size", gibibytes * Gibibyte)));
        foreach (var seeing in host is null ? Database.All("host") : [host])
        {
            Database.Create("PBD", VmRecords.Of(("host", seeing.Ref), ("SR", sr.Ref), ("device_config", device), ("currently_attached", true)));
        }
        named[name] = sr;
        return sr;
    }

    private void AddControlDomain(XapiObject host, long gibibytes)
    {
        var metrics = Database.Create("VM_metrics", VmRecords.Of(("memory_actual", gibibytes * Gibibyte), ("VCPUs_number", 16L), ("last_updated", Now)));
        var domain = Database.Create("VM", VmRecords.Of(
            ("name_label", $"Control domain on host: {host.Text("name_label")}"), ("is_control_domain", true), ("power_state", "Running"), ("resident_on", host.Ref), ("domid", 0L),
            ("memory_dynamic_min", gibibytes * Gibibyte), ("memory_dynamic_max", gibibytes * Gibibyte), ("memory_static_max", gibibytes * Gibibyte), ("memory_target", gibibytes * Gibibyte),
            ("VCPUs_max", 16L), ("VCPUs_at_startup", 16L), ("metrics", metrics.Ref), ("domain_type", "pv")));
        Database.Set(host, "control_domain", domain.Ref);
    }

    private void AddCard(XapiObject host, int card, int number)
    {
        var metrics = Database.Create("PIF_metrics", VmRecords.Of(("carrier", true), ("speed", 10_000L), ("duplex", true), ("vendor_name", "Intel Corporation"), ("device_name", "Ethernet Controller X710"), ("last_updated", Now)));
        var bridge = $"xenbr{card.ToString(CultureInfo.InvariantCulture)}";
        if (!named.TryGetValue(bridge, out var network))
        {
            network = Database.Create("network", VmRecords.Of(("name_label", $"Pool-wide network associated with eth{card}"), ("bridge", bridge), ("MTU", 1500L), ("managed", true)));
            named[bridge] = network;
        }
        var pool = Math.Abs(Operations.Moves.GuestFacts.Draw(Pool.Text("name_label"), 0)) % 256;
        Database.Create("PIF", VmRecords.Of(
            ("device", $"eth{card}"), ("host", host.Ref), ("network", network.Ref), ("MAC", $"3c:fd:fe:{pool:x2}:{number:x2}:{card:x2}"), ("MTU", 1500L), ("VLAN", -1L), ("physical", true),
            ("currently_attached", true), ("metrics", metrics.Ref), ("ip_configuration_mode", "None"), ("managed", true), ("primary_address_type", "IPv4")));
    }

    private void Bond(XapiObject host, string network, string[] devices, string mode, string address)
    {
        var joined = named.TryGetValue(network, out var known) ? known : AddNetwork(network, 0, mtu: network == "Storage" ? 9000 : 1500);
        var members = Database.All("PIF").Where(pif => pif.Text("host") == host.Ref && devices.Contains(pif.Text("device"))).OrderBy(pif => pif.Text("device"), StringComparer.Ordinal).ToList();
        var bond = NetworkRecords.CreateBond(Database, joined, members, "", mode, XapiMap.Empty);
        var master = Database.Require("PIF", bond.Text("master"));
        Database.Set(master, "ip_configuration_mode", "Static");
        Database.Set(master, "IP", address);
        Database.Set(master, "netmask", "255.255.255.0");
        Database.Set(master, "management", network != "Storage");
        Database.Set(bond, "links_up", 2L);
    }

    private Dictionary<string, string> CpuInfo() => new(StringComparer.Ordinal)
    {
        ["cpu_count"] = generation.Threads.ToString(CultureInfo.InvariantCulture),
        ["socket_count"] = "2",
        ["vendor"] = "GenuineIntel",
        ["modelname"] = generation.Model,
        ["speed"] = "2095.078",
        ["features_hvm"] = generation.Features,
        ["features_pv"] = generation.Features,
        ["features_hvm_host"] = generation.Features,
        ["features_pv_host"] = generation.Features,
    };

    private Dictionary<string, string> Versions(string name) => new(StringComparer.Ordinal)
    {
        ["product_version"] = generation.ProductVersion,
        ["product_brand"] = "XCP-ng",
        ["platform_name"] = "XCP",
        ["platform_version"] = generation.PlatformVersion,
        ["xapi"] = generation.Xapi[..generation.Xapi.LastIndexOf('.')],
        ["xapi_build"] = generation.Xapi,
        ["xen"] = generation.Xen,
        ["network_backend"] = "openvswitch",
        ["build_number"] = "release",
        ["hostname"] = name,
    };
}
