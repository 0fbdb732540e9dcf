using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>A storage repository in the list.</summary>
/// <param name="Sr">The SR.</param>
/// <param name="Pool">Name of its pool.</param>
/// <param name="Disks">Disks on it, snapshots left out.</param>
/// <param name="Snapshots">Snapshots of disks on it.</param>
/// <param name="HostsPlugged">Hosts that are connected to it.</param>
/// <param name="HostsKnown">Hosts that have a connection to it, plugged or not.</param>
public sealed record SrRow(StorageRepository Sr, string Pool, int Disks, int Snapshots, int HostsPlugged, int HostsKnown)
{
    /// <summary>Share of its size that is used; absent when it has no size.</summary>
    public double? Fill => Sr.PhysicalSize.Bytes > 0 ? (double)Sr.PhysicalUtilisation.Bytes / Sr.PhysicalSize.Bytes : null;

    /// <summary>It holds media that are always full, such as DVDs, rather than disks.</summary>
    public bool IsMedia => Sr.ContentType == "iso" || Sr.Type is "iso" or "udev";

    /// <summary>Share of its size promised to disks; more than 1 when over-provisioned.</summary>
    public double? Promised => Sr.PhysicalSize.Bytes > 0 ? (double)Sr.VirtualAllocation.Bytes / Sr.PhysicalSize.Bytes : null;

    /// <summary>All SRs by pool and name.</summary>
    public static IReadOnlyList<SrRow> Of(InventorySet set) =>
        [.. set.Views.SelectMany(Of).OrderBy(row => row.Pool, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Sr.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Sr.Uuid, StringComparer.Ordinal)];

    /// <summary>The SRs of one pool, as stored.</summary>
    public static IEnumerable<SrRow> Of(InventoryView view)
    {
        var disks = view.Snapshot.Vdis.Where(vdi => vdi.Sr is not null).ToLookup(vdi => vdi.Sr!.Value);
        var pbds = view.Snapshot.Pbds.Where(pbd => pbd.Sr is not null).ToLookup(pbd => pbd.Sr!.Value);
        return view.Snapshot.StorageRepositories.Select(sr => new SrRow(
            sr,
            PoolRow.NameOf(view),
            disks[sr.Id].Count(vdi => !vdi.IsSnapshot && vdi.Managed),
            disks[sr.Id].Count(vdi => vdi.IsSnapshot),
            pbds[sr.Id].Count(pbd => pbd.CurrentlyAttached),
            pbds[sr.Id].Count()));
    }
}
