using Microsoft.Extensions.Localization;
using Relocation.Core.Inventory;
using Relocation.Web.Layout;

namespace Relocation.Web.Features.Inventory;

/// <summary>Finds VMs, hosts, SRs, networks and pools by name, uuid, address or MAC; names that begin with the words come first.</summary>
public sealed class InventorySearch(CurrentInventory inventory, IStringLocalizer<InventoryText> text) : ISearchSource
{
    /// <inheritdoc />
    public IEnumerable<SearchHit> Find(string query, int most) => inventory.Set.Views
        .SelectMany(view => Hits(view, query))
        .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Hit.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(hit => hit.Hit.Href, StringComparer.Ordinal)
        .Select(hit => hit.Hit)
        .Take(most);

    private IEnumerable<(int Rank, SearchHit Hit)> Hits(InventoryView view, string query)
    {
        var facts = view.Snapshot;
        var pool = PoolRow.NameOf(view);
        var vms = facts.Vms.Where(vm => vm.Kind == VmKind.VirtualMachine)
            .Select(vm => Hit("Vm", vm.Name, pool, InventoryAddress.Of(vm), query, [vm.Uuid, .. vm.GuestNetworks.Values, .. view.VifsOf(vm.Id).Select(vif => vif.Mac)]));
        var hosts = facts.Hosts.Select(host => Hit("Host", host.Name, pool, InventoryAddress.Of(host), query, [host.Uuid, host.Hostname, host.Address]));
        var srs = facts.StorageRepositories.Select(sr => Hit("Sr", sr.Name, pool, InventoryAddress.Of(sr), query, [sr.Uuid]));
        var networks = facts.Networks.Select(network => Hit("Network", network.Name, pool, InventoryAddress.Of(network), query, [network.Uuid, network.Bridge]));
        var pools = new[] { Hit("Pool", pool, "", InventoryAddress.Of(facts.Pool), query, [facts.Pool.Uuid]) };
        return from found in vms.Concat(hosts).Concat(srs).Concat(networks).Concat(pools) where found is not null select found.Value;
    }

    private (int Rank, SearchHit Hit)? Hit(string kind, string name, string note, string href, string query, IEnumerable<string> others)
    {
        var rank = name.StartsWith(query, StringComparison.CurrentCultureIgnoreCase) ? 0
            : name.Contains(query, StringComparison.CurrentCultureIgnoreCase) ? 1
            : others.Any(other => other.StartsWith(query, StringComparison.OrdinalIgnoreCase)) ? 2
            : -1;
        return rank < 0 ? null : (rank, new SearchHit(text[kind], name, note, href));
    }
}
