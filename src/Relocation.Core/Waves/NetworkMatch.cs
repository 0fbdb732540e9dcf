using System.Net;
using System.Net.Sockets;
using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>Finds the one network of a pool that stands for a network of another: by VLAN tag, then name, then subnet, then purpose.</summary>
internal static class NetworkMatch
{
    /// <summary>The network and why, or null and why not.</summary>
    public static (NetworkId? Target, string Reason) Find(InventoryView source, Network network, InventoryView target)
    {
        var candidates = target.Snapshot.Networks.Where(candidate => !IsHostInternal(candidate)).ToList();
        var named = candidates.Where(candidate => SameName(candidate, network)).ToList();
        var tags = TagsOf(source, network.Id);
        if (tags.Count > 0)
        {
            var tagged = candidates.Where(candidate => TagsOf(target, candidate.Id).Overlaps(tags)).ToList();
            var both = tagged.Intersect(named).ToList();
            if (tagged.Count > 0)
            {
                return tagged.Count == 1 ? (tagged[0].Id, MappingReasons.Vlan)
                    : both.Count == 1 ? (both[0].Id, MappingReasons.VlanAndName)
                    : (null, MappingReasons.AmbiguousVlan);
            }
        }

        if (named.Count > 0)
        {
            var otherVlan = !TagsOf(target, named[0].Id).SetEquals(tags);
            return named.Count > 1 ? (null, MappingReasons.AmbiguousName) : (named[0].Id, otherVlan ? MappingReasons.NameButOtherVlan : MappingReasons.Name);
        }

        return Only(candidates, SubnetsOf(source, network.Id), candidate => SubnetsOf(target, candidate), MappingReasons.Subnet)
            ?? Only(candidates, PurposesOf(source, network.Id), candidate => PurposesOf(target, candidate), MappingReasons.Purpose)
            ?? (null, MappingReasons.NoMatch);
    }

    private static (NetworkId? Target, string Reason)? Only(List<Network> candidates, HashSet<string> wanted, Func<NetworkId, HashSet<string>> marksOf, string reason)
    {
        var matching = wanted.Count == 0 ? [] : candidates.Where(candidate => marksOf(candidate.Id).Overlaps(wanted)).Take(2).ToList();
        return matching.Count == 1 ? (matching[0].Id, reason) : null;
    }

    private static bool SameName(Network left, Network right) =>
        left.Name.Trim().Length > 0 && string.Equals(left.Name.Trim(), right.Name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The host's private network to its guests; no VM may be moved onto it.</summary>
    private static bool IsHostInternal(Network network) =>
        network.OtherConfig.GetValueOrDefault("is_host_internal_management_network") is "true" || network.OtherConfig.GetValueOrDefault("is_guest_installer_network") is "true";

    private static HashSet<long> TagsOf(InventoryView view, NetworkId network) =>
        [.. view.PifsOf(network).Select(pif => pif.VlanTag).Where(tag => tag >= 0)];

    private static HashSet<string> PurposesOf(InventoryView view, NetworkId network)
    {
        var purposes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pif in view.PifsOf(network))
        {
            if (pif.Management)
            {
                purposes.Add("management");
            }

            if (pif.OtherConfig.TryGetValue("management_purpose", out var purpose) && purpose.Length > 0)
            {
                purposes.Add(purpose);
            }
        }

        return purposes;
    }

    private static HashSet<string> SubnetsOf(InventoryView view, NetworkId network) =>
        [.. view.PifsOf(network).Select(SubnetOf).OfType<string>()];

    private static string? SubnetOf(Pif pif)
    {
        if (!IPAddress.TryParse(pif.Ip, out var ip) || !IPAddress.TryParse(pif.Netmask, out var mask)
            || ip.AddressFamily != AddressFamily.InterNetwork || mask.AddressFamily != AddressFamily.InterNetwork)
        {
            return null;
        }

        var address = ip.GetAddressBytes();
        var bits = mask.GetAddressBytes();
        return $"{new IPAddress([.. address.Zip(bits, (part, keep) => (byte)(part & keep))])}/{mask}";
    }
}
