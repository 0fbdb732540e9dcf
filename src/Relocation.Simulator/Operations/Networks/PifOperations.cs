using System.Net;
using System.Net.Sockets;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Networks;

/// <summary>The calls of physical and made-up interfaces (ocaml/xapi/xapi_pif.ml).</summary>
internal static class PifOperations
{
    public static void Register(OperationRegistry registry)
    {
        registry.Add("PIF.reconfigure_ip", ReconfigureIp);
        registry.Add("PIF.reconfigure_ipv6", ReconfigureIpv6);
        registry.Add("PIF.set_primary_address_type", SetAddressType);
        registry.Add("PIF.introduce", Introduce);
        registry.Add("PIF.plug", Plug);
        registry.Add("PIF.unplug", Unplug);
        registry.Add("PIF.forget", Forget);
        registry.Add("PIF.destroy", Destroy);
        registry.Add("PIF.scan", call => { _ = call.Row("host"); });
        registry.Add("host.management_reconfigure", ManageThrough);
        registry.Add("pool.management_reconfigure", ManagePoolThrough);
    }

    private static void ReconfigureIp(XapiCall call)
    {
        var pif = call.Row("self");
        var mode = call.Text("mode");
        if (mode == "None" && pif.Bool("management"))
        {
            throw new XapiException("PIF_IS_MANAGEMENT_INTERFACE", pif.Ref);
        }
        if (mode == "Static")
        {
            AssertAddress(call.Text("IP"), "IP", mayBeEmpty: false);
            AssertAddress(call.Text("netmask"), "netmask", mayBeEmpty: false);
            AssertAddress(call.Text("gateway"), "gateway", mayBeEmpty: true);
        }
        call.Database.Atomically(() =>
        {
            call.Database.Set(pif, "ip_configuration_mode", mode);
            if (mode != "DHCP")
            {
                foreach (var field in (string[])["IP", "netmask", "gateway", "DNS"])
                {
                    call.Database.Set(pif, field, call.Text(field));
                }
            }
            if (mode != "None")
            {
                call.Database.Set(pif, "currently_attached", true);
            }
        });
    }

    private static void ReconfigureIpv6(XapiCall call)
    {
        var pif = call.Row("self");
        var address = call.Text("IPv6");
        if (call.Text("mode") == "Static" && !IPNetwork.TryParse(address, out _) && !IPAddress.TryParse(address.Split('/')[0], out _))
        {
            throw new XapiException("INVALID_CIDR_ADDRESS_SPECIFIED", "IPv6");
        }
        call.Database.Atomically(() =>
        {
            call.Database.Set(pif, "ipv6_configuration_mode", call.Text("mode"));
            call.Database.Set(pif, "IPv6", address.Length == 0 ? XapiSet.Empty : XapiSet.OfTexts([address]));
        });
    }

    private static void SetAddressType(XapiCall call)
    {
        AssertNotManagement(call.Row("self"));
        call.Database.Set(call.Row("self"), "primary_address_type", call.Text("primary_address_type"));
    }

    /// <summary>A simulated host has no cards but those it shows.</summary>
    private static void Introduce(XapiCall call)
    {
        var mac = call.Text("MAC");
        if (mac.Split(':') is not { Length: 6 } parts || !parts.All(part => part.Length == 2 && part.All(char.IsAsciiHexDigit)))
        {
            throw new XapiException("MAC_INVALID", mac);
        }
        throw new XapiException("COULD_NOT_FIND_NETWORK_INTERFACE_WITH_SPECIFIED_DEVICE_NAME_AND_MAC_ADDRESS", call.Text("device"), mac);
    }

    private static void AssertAddress(string text, string name, bool mayBeEmpty)
    {
        var isAddress = text.Count(letter => letter == '.') == 3 && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork;
        if (!isAddress && !(mayBeEmpty && text.Length == 0))
        {
            throw new XapiException("INVALID_IP_ADDRESS_SPECIFIED", name);
        }
    }

    private static void Plug(XapiCall call)
    {
        var pif = call.Row("self");
        if (pif.Text("bond_slave_of") != XapiValue.Null && call.Database.Find("Bond", pif.Text("bond_slave_of")) is not null)
        {
            throw new XapiException("CANNOT_PLUG_BOND_SLAVE", pif.Ref);
        }
        call.Database.Set(pif, "currently_attached", true);
    }

    private static void Unplug(XapiCall call)
    {
        var pif = call.Row("self");
        AssertNotManagement(pif);
        if (pif.Bool("disallow_unplug"))
        {
            throw new XapiException("PIF_DOES_NOT_ALLOW_UNPLUG", pif.Ref);
        }
        call.Database.Set(pif, "currently_attached", false);
    }

    private static void Forget(XapiCall call)
    {
        AssertNotManagement(call.Row("self"));
        NetworkRecords.DestroyPif(call.Database, call.Row("self"));
    }

    private static void Destroy(XapiCall call)
    {
        var pif = call.Row("self");
        var vlan = call.Database.Find("VLAN", pif.Text("VLAN_master_of")) ?? throw new XapiException("PIF_IS_PHYSICAL", pif.Ref);
        NetworkRecords.DestroyVlan(call.Database, vlan);
    }

    private static void ManageThrough(XapiCall call)
    {
        var pif = call.Row("pif");
        AssertHasAddress(pif);
        call.Database.Atomically(() => Manage(call.Database, pif));
    }

    private static void ManagePoolThrough(XapiCall call)
    {
        if (call.Database.Pool.Bool("ha_enabled"))
        {
            throw new XapiException("HA_IS_ENABLED");
        }
        var network = call.Row("network");
        var master = call.Database.Pool.Text("master");
        var pifs = call.Database.All("host").OrderByDescending(host => host.Ref == master)
            .Select(host => call.Database.All("PIF").FirstOrDefault(pif => pif.Text("host") == host.Ref && pif.Text("network") == network.Ref)
                ?? throw new XapiException("PIF_NOT_PRESENT", host.Ref, network.Ref))
            .ToList();
        pifs.ForEach(AssertHasAddress);
        call.Database.Atomically(() => pifs.ForEach(pif => Manage(call.Database, pif)));
    }

    private static void Manage(PoolDatabase database, XapiObject pif)
    {
        foreach (var other in database.All("PIF").Where(other => other.Text("host") == pif.Text("host")))
        {
            database.Set(other, "management", other.Ref == pif.Ref);
        }
        database.Set(database.Require("host", pif.Text("host")), "address", pif.Text("IP"));
    }

    private static void AssertHasAddress(XapiObject pif)
    {
        if (pif.Text("ip_configuration_mode") == "None")
        {
            throw new XapiException("PIF_HAS_NO_NETWORK_CONFIGURATION", pif.Ref);
        }
    }

    private static void AssertNotManagement(XapiObject pif)
    {
        if (pif.Bool("management"))
        {
            throw new XapiException("PIF_IS_MANAGEMENT_INTERFACE", pif.Ref);
        }
    }
}
