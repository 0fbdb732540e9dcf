using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>A NIC or bond of a host with what lies on it, for drawing.</summary>
/// <param name="Pif">The NIC, or the PIF that stands for the bond.</param>
/// <param name="Bond">The bond; absent for a NIC.</param>
/// <param name="Members">The bond's NICs.</param>
/// <param name="Vlans">VLANs on it, by tag.</param>
public sealed record NicTree(Pif Pif, Bond? Bond, IReadOnlyList<Pif> Members, IReadOnlyList<Pif> Vlans)
{
    /// <summary>The host's bonds and lone NICs, by device.</summary>
    public static IReadOnlyList<NicTree> Of(InventoryView view, HostId host)
    {
        var pifs = view.Snapshot.Pifs.Where(pif => pif.Host == host).OrderBy(pif => pif.Device.Length).ThenBy(pif => pif.Device, StringComparer.Ordinal).ThenBy(pif => pif.VlanTag).ToList();
        var bonds = view.Snapshot.Bonds.ToDictionary(bond => bond.Id);
        var vlans = view.Snapshot.Vlans.Where(vlan => vlan is { TaggedPif: not null, UntaggedPif: not null }).ToLookup(vlan => vlan.TaggedPif!.Value, vlan => vlan.UntaggedPif!.Value);
        return [.. from pif in pifs
                   where pif.VlanTag < 0 && pif.SlaveOf is null
                   let bond = pif.MasterOf is { } id ? bonds.GetValueOrDefault(id) : null
                   let above = vlans[pif.Id].ToHashSet()
                   orderby bond is null
                   select new NicTree(
                       pif,
                       bond,
                       bond is null ? [] : [.. pifs.Where(member => bond.Slaves.Contains(member.Uuid))],
                       [.. pifs.Where(vlan => above.Contains(vlan.Id)).OrderBy(vlan => vlan.VlanTag)])];
    }
}
