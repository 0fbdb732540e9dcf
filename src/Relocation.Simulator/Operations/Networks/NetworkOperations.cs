using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Networks;

/// <summary>The calls of networks, VLANs and bonds.</summary>
internal static class NetworkOperations
{
    private const int LongestBridge = 15;

    public static void Register(OperationRegistry registry)
    {
        registry.Add("network.create", Create);
        registry.Add("network.destroy", Destroy);
        registry.Add("VLAN.create", call => NetworkRecords.CreateVlan(call.Database, call.Row("tagged_PIF"), call.Number("tag"), call.Row("network")).Ref);
        registry.Add("VLAN.destroy", call => NetworkRecords.DestroyVlan(call.Database, call.Row("self")));
        registry.Add("pool.create_VLAN_from_PIF", CreateVlanEverywhere);
        registry.Add("pool.create_VLAN", CreateVlanByDevice);
        registry.Add("Bond.create", CreateBond);
        registry.Add("Bond.destroy", call => NetworkRecords.DestroyBond(call.Database, call.Row("self")));
        registry.Add("Bond.set_mode", SetMode);
        registry.Add("Bond.set_property", SetProperty);
    }

    private static XapiValue Create(XapiCall call)
    {
        var database = call.Database;
        var fields = CreationRecord.Read(database.Schema, database.Schema.Class("network"), call.Map("args")).ToDictionary(StringComparer.Ordinal);
        var bridge = ((XapiText)fields["bridge"]).Text;
        return database.Atomically(() =>
        {
            if (bridge.Length > LongestBridge || bridge.StartsWith("xenbr", StringComparison.Ordinal))
            {
                throw new XapiException("INVALID_VALUE", "bridge", bridge);
            }
            if (bridge.Length > 0 && database.All("network").Any(network => network.Text("bridge") == bridge))
            {
                throw new XapiException("BRIDGE_NAME_EXISTS", bridge);
            }
            fields["bridge"] = bridge.Length > 0 ? bridge : NetworkRecords.FreeBridge(database);
            return (XapiValue)database.Create("network", fields).Ref;
        });
    }

    private static void Destroy(XapiCall call)
    {
        var network = call.Row("self");
        if (network.Texts("VIFs") is { Count: > 0 } vifs)
        {
            throw new XapiException("NETWORK_CONTAINS_VIF", [.. vifs]);
        }
        if (network.Texts("PIFs") is { Count: > 0 } pifs)
        {
            throw new XapiException("NETWORK_CONTAINS_PIF", [.. pifs]);
        }
        if (network.Map("other_config").FindText("is_host_internal_management_network") == "true")
        {
            throw new XapiException("CANNOT_DESTROY_SYSTEM_NETWORK", network.Ref);
        }
        call.Database.Destroy(network);
    }

    private static XapiSet CreateVlanEverywhere(XapiCall call)
    {
        var pif = call.Row("pif");
        var bond = call.Database.Find("Bond", pif.Text("bond_slave_of"));
        return bond is null
            ? CreateOnHosts(call, pif.Text("device"), pif.Number("VLAN"))
            : throw new XapiException("CANNOT_ADD_VLAN_TO_BOND_SLAVE", pif.Ref);
    }

    private static XapiSet CreateVlanByDevice(XapiCall call) =>
        call.Database.All("PIF").Any(pif => pif.Text("device") == call.Text("device") && pif.Number("VLAN") < 0)
            ? CreateOnHosts(call, call.Text("device"), -1)
            : throw new XapiException("INVALID_VALUE", "device", call.Text("device"));

    /// <summary>Makes the VLAN on every live host, or on none.</summary>
    private static XapiSet CreateOnHosts(XapiCall call, string device, long under)
    {
        var database = call.Database;
        var network = call.Row("network");
        if (VmParts.Rows(database, "PIF", network.Texts("PIFs")).FirstOrDefault() is { } connected)
        {
            throw new XapiException("NETWORK_ALREADY_CONNECTED", connected.Text("host"), connected.Ref);
        }
        return database.Atomically(() =>
        {
            var made = new List<XapiObject>();
            try
            {
                foreach (var host in database.All("host").Where(host => database.Find("host_metrics", host.Text("metrics"))?.Bool("live") != false))
                {
                    var tagged = database.All("PIF").FirstOrDefault(pif => pif.Text("host") == host.Ref && pif.Text("device") == device && pif.Number("VLAN") == under);
                    if (tagged is not null)
                    {
                        made.Add(NetworkRecords.CreateVlan(database, tagged, call.Number("VLAN"), network));
                    }
                }
            }
            catch (XapiException)
            {
                made.ForEach(vlan => NetworkRecords.DestroyVlan(database, vlan));
                throw;
            }
            return XapiSet.OfTexts(made.AsEnumerable().Reverse().Select(vlan => vlan.Text("untagged_PIF")));
        });
    }

    private static XapiValue CreateBond(XapiCall call)
    {
        var members = call.Texts("members").Select(reference => call.Database.Require("PIF", reference)).ToList();
        AssertProperties(call.Map("properties"));
        return NetworkRecords.CreateBond(call.Database, call.Row("network"), members, call.Text("MAC"), call.Text("mode"), call.Map("properties")).Ref;
    }

    private static void SetMode(XapiCall call)
    {
        var bond = call.Row("self");
        call.Database.Set(bond, "mode", call.Text("value"));
        if (call.Text("value") == "lacp")
        {
            foreach (var (key, value) in new[] { ("lacp-fallback-ab", "true"), ("lacp-time", "slow"), ("hashing_algorithm", "tcpudp_ports") }.Where(item => bond.Map("properties").Find(item.Item1) is null))
            {
                call.Database.SetKey(bond, "properties", key, value);
            }
        }
    }

    private static void SetProperty(XapiCall call)
    {
        AssertProperties(XapiMap.OfTexts([KeyValuePair.Create(call.Text("name"), call.Text("value"))]));
        call.Database.SetKey(call.Row("self"), "properties", call.Text("name"), call.Text("value"));
    }

    private static void AssertProperties(XapiMap properties)
    {
        foreach (var (key, value) in properties.Texts)
        {
            var isKnown = key switch
            {
                "hashing_algorithm" => value is "src_mac" or "tcpudp_ports",
                "lacp-time" => value is "slow" or "fast",
                "lacp-aggregation-key" => int.TryParse(value, out _),
                "lacp-fallback-ab" => value is "true" or "false",
                _ => false,
            };
            if (!isKnown)
            {
                throw new XapiException("INVALID_VALUE", "properties", $"{key} = {value}");
            }
        }
    }
}
