using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>A network in the list.</summary>
/// <param name="Network">The network.</param>
/// <param name="Pool">Name of its pool.</param>
/// <param name="Vlans">VLAN tags its PIFs carry, usually one; empty when untagged.</param>
/// <param name="Vms">VMs with an interface on it.</param>
/// <param name="Hosts">Hosts with a plugged PIF on it.</param>
/// <param name="Devices">What carries it: NICs or bonds, by name.</param>
/// <param name="Management">It carries the hosts' management traffic.</param>
public sealed record NetworkRow(Network Network, string Pool, string Vlans, int Vms, int Hosts, string Devices, bool Management)
{
    /// <summary>All networks by pool and name.</summary>
    public static IReadOnlyList<NetworkRow> Of(InventorySet set) =>
        [.. set.Views.SelectMany(Of).OrderBy(row => row.Pool, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Network.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Network.Uuid, StringComparer.Ordinal)];

    /// <summary>The networks of one pool, as stored.</summary>
    public static IEnumerable<NetworkRow> Of(InventoryView view)
    {
        var pifs = view.Snapshot.Pifs.Where(pif => pif.Network is not null).ToLookup(pif => pif.Network!.Value);
        var people = view.Snapshot.Vms.Where(vm => vm.Kind == VmKind.VirtualMachine).Select(vm => vm.Id).ToHashSet();
        var vifs = view.Snapshot.Vifs.Where(vif => vif is { Network: not null, Vm: { } vm } && people.Contains(vm)).ToLookup(vif => vif.Network!.Value);
        return view.Snapshot.Networks.Select(network => new NetworkRow(
            network,
            PoolRow.NameOf(view),
            string.Join(", ", pifs[network.Id].Where(pif => pif.VlanTag >= 0).Select(pif => pif.VlanTag).Distinct().Order()),
            vifs[network.Id].Select(vif => vif.Vm).Distinct().Count(),
            pifs[network.Id].Where(pif => pif is { CurrentlyAttached: true, Host: not null }).Select(pif => pif.Host).Distinct().Count(),
            string.Join(", ", pifs[network.Id].Select(pif => pif.Device).Where(device => device.Length > 0).Distinct().Order(StringComparer.Ordinal)),
            pifs[network.Id].Any(pif => pif.Management)));
    }
}
