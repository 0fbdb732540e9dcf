using System.Globalization;
using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Networks;

/// <summary>Makes and destroys the records of networks, VLANs and bonds (ocaml/xapi/xapi_network.ml, xapi_vlan.ml, xapi_bond.ml).</summary>
internal static class NetworkRecords
{
    /// <summary>The next free bridge name.</summary>
    public static string FreeBridge(PoolDatabase database)
    {
        var taken = database.All("network").Select(network => network.Text("bridge")).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        while (taken.Contains($"xapi{number}"))
        {
            number++;
        }
        return $"xapi{number}";
    }

    /// <summary>Makes a VLAN on an interface.</summary>
    /// <returns>The VLAN.</returns>
    public static XapiObject CreateVlan(PoolDatabase database, XapiObject tagged, long tag, XapiObject network)
    {
        AssertMayTag(database, tagged, tag, network);
        return database.Atomically(() =>
        {
            var pif = CreatePif(database, tagged, network, tagged.Text("device"), tag, "fe:ff:ff:ff:ff:ff");
            var vlan = database.Create("VLAN", VmRecords.Of(("tagged_PIF", tagged.Ref), ("untagged_PIF", pif.Ref), ("tag", tag)));
            database.Set(pif, "VLAN_master_of", vlan.Ref);
            return vlan;
        });
    }

    /// <summary>Makes a bond of interfaces of one host; VLANs, address and management move to it.</summary>
    /// <returns>The bond.</returns>
    public static XapiObject CreateBond(PoolDatabase database, XapiObject network, IReadOnlyList<XapiObject> members, string mac, string mode, XapiMap properties)
    {
        AssertMayBond(database, network, members);
        return database.Atomically(() =>
        {
            var primary = members.FirstOrDefault(pif => pif.Bool("management")) ?? members.FirstOrDefault(pif => pif.Text("IP").Length > 0) ?? members[0];
            var master = CreatePif(database, primary, network, FreeBondDevice(database, primary.Text("host")), -1, mac.Length > 0 ? mac : primary.Text("MAC"));
            var bond = database.Create("Bond", VmRecords.Of(("master", master.Ref), ("mode", mode), ("properties", WithDefaults(mode, properties)), ("primary_slave", primary.Ref)));
            MoveAddress(database, primary, master);
            foreach (var member in members)
            {
                database.Set(member, "bond_slave_of", bond.Ref);
                database.Set(member, "currently_attached", false);
                MoveVlans(database, member, master);
            }
            MoveInterfaces(database, members, network);
            return bond;
        });
    }

    /// <summary>Destroys a bond; what moved to it moves back to its primary member.</summary>
    public static void DestroyBond(PoolDatabase database, XapiObject bond) =>
        database.Atomically(() =>
        {
            var master = database.Require("PIF", bond.Text("master"));
            var members = VmParts.Rows(database, "PIF", bond.Texts("slaves")).ToList();
            var primary = database.Find("PIF", bond.Text("primary_slave")) ?? members[0];
            MoveAddress(database, master, primary);
            MoveVlans(database, master, primary);
            foreach (var member in members)
            {
                database.Set(member, "bond_slave_of", XapiValue.Null);
                database.Set(member, "currently_attached", true);
            }
            database.Destroy(bond);
            DestroyPif(database, master);
        });

    /// <summary>Destroys a VLAN with its interface.</summary>
    public static void DestroyVlan(PoolDatabase database, XapiObject vlan) =>
        database.Atomically(() =>
        {
            var pif = database.Find("PIF", vlan.Text("untagged_PIF"));
            database.Destroy(vlan);
            if (pif is not null)
            {
                DestroyPif(database, pif);
            }
        });

    /// <summary>Destroys an interface with its figures.</summary>
    public static void DestroyPif(PoolDatabase database, XapiObject pif)
    {
        if (database.Find("PIF_metrics", pif.Text("metrics")) is { } metrics)
        {
            database.Destroy(metrics);
        }
        database.Destroy(pif);
    }

    private static XapiObject CreatePif(PoolDatabase database, XapiObject like, XapiObject network, string device, long tag, string mac)
    {
        var figures = database.Find("PIF_metrics", like.Text("metrics"));
        var metrics = database.Create("PIF_metrics", figures is null ? [] : Fields.Copied(figures));
        return database.Create("PIF", VmRecords.Of(
            ("device", device), ("network", network.Ref), ("host", like.Text("host")), ("MAC", mac), ("MTU", Math.Max(0, network.Number("MTU"))), ("VLAN", tag),
            ("metrics", metrics.Ref), ("physical", false), ("currently_attached", true), ("ip_configuration_mode", "None"), ("managed", true),
            ("primary_address_type", "IPv4"), ("ipv6_configuration_mode", "None"), ("properties", new Dictionary<string, string> { ["gro"] = "on" })));
    }

    private static void AssertMayTag(PoolDatabase database, XapiObject tagged, long tag, XapiObject network)
    {
        if (tag is < 0 or > 4094)
        {
            throw new XapiException("VLAN_TAG_INVALID", tag.ToString(CultureInfo.InvariantCulture));
        }
        if (tagged.Text("bond_slave_of") != XapiValue.Null && database.Find("Bond", tagged.Text("bond_slave_of")) is not null)
        {
            throw new XapiException("CANNOT_ADD_VLAN_TO_BOND_SLAVE", tagged.Ref);
        }
        if (tagged.Number("VLAN") >= 0)
        {
            throw new XapiException("PIF_IS_VLAN", tagged.Ref);
        }
        AssertUnconnected(database, network, tagged.Text("host"));
        if (database.All("PIF").Any(pif => pif.Text("host") == tagged.Text("host") && pif.Text("device") == tagged.Text("device") && pif.Number("VLAN") == tag))
        {
            throw new XapiException("PIF_VLAN_EXISTS", tagged.Text("device"));
        }
    }

    private static void AssertMayBond(PoolDatabase database, XapiObject network, IReadOnlyList<XapiObject> members)
    {
        if (members.Count == 0)
        {
            throw new XapiException("PIF_BOND_NEEDS_MORE_MEMBERS");
        }
        foreach (var member in members)
        {
            if (member.Text("bond_slave_of") != XapiValue.Null && database.Find("Bond", member.Text("bond_slave_of")) is not null)
            {
                throw new XapiException("PIF_ALREADY_BONDED", member.Ref);
            }
            if (member.Number("VLAN") >= 0)
            {
                throw new XapiException("PIF_VLAN_EXISTS", member.Text("device"));
            }
        }
        if (members.Select(member => member.Text("host")).Distinct().Count() > 1)
        {
            throw new XapiException("PIF_CANNOT_BOND_CROSS_HOST");
        }
        if (members.Count(member => member.Text("ip_configuration_mode") != "None") > 1)
        {
            throw new XapiException("PIF_BOND_MORE_THAN_ONE_IP");
        }
        AssertUnconnected(database, network, members[0].Text("host"));
    }

    private static void AssertUnconnected(PoolDatabase database, XapiObject network, string host)
    {
        if (VmParts.Rows(database, "PIF", network.Texts("PIFs")).FirstOrDefault(pif => pif.Text("host") == host) is { } connected)
        {
            throw new XapiException("NETWORK_ALREADY_CONNECTED", host, connected.Ref);
        }
    }

    private static XapiMap WithDefaults(string mode, XapiMap properties)
    {
        foreach (var (key, value) in mode == "lacp"
            ? new[] { ("hashing_algorithm", "tcpudp_ports"), ("lacp-time", "slow"), ("lacp-fallback-ab", "true") }
            : [])
        {
            properties = properties.Find(key) is null ? properties.With(key, value) : properties;
        }
        return properties;
    }

    private static string FreeBondDevice(PoolDatabase database, string host)
    {
        var taken = database.All("PIF").Where(pif => pif.Text("host") == host).Select(pif => pif.Text("device")).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        while (taken.Contains($"bond{number}"))
        {
            number++;
        }
        return $"bond{number}";
    }

    private static void MoveAddress(PoolDatabase database, XapiObject from, XapiObject to)
    {
        foreach (var field in (string[])["ip_configuration_mode", "IP", "netmask", "gateway", "DNS", "management", "disallow_unplug"])
        {
            database.Set(to, field, from[field]);
        }
        foreach (var field in (string[])["IP", "netmask", "gateway", "DNS"])
        {
            database.Set(from, field, "");
        }
        database.Set(from, "ip_configuration_mode", "None");
        database.Set(from, "management", false);
        database.Set(from, "disallow_unplug", false);
    }

    private static void MoveVlans(PoolDatabase database, XapiObject from, XapiObject to)
    {
        foreach (var vlan in database.All("VLAN").Where(vlan => vlan.Text("tagged_PIF") == from.Ref).ToList())
        {
            database.Set(vlan, "tagged_PIF", to.Ref);
            if (database.Find("PIF", vlan.Text("untagged_PIF")) is { } pif)
            {
                database.Set(pif, "device", to.Text("device"));
            }
        }
    }

    private static void MoveInterfaces(PoolDatabase database, IReadOnlyList<XapiObject> members, XapiObject network)
    {
        var host = members[0].Text("host");
        foreach (var vif in members.SelectMany(member => database.Find("network", member.Text("network"))?.Texts("VIFs") ?? []).Distinct().ToList())
        {
            if (database.Find("VIF", vif) is { } row && database.Find("VM", row.Text("VM")) is { } vm && vm.Text("resident_on") == host)
            {
                database.Set(row, "network", network.Ref);
            }
        }
    }
}
