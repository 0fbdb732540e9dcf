using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>A VM's disk with its place and history.</summary>
/// <param name="Vbd">The drive.</param>
/// <param name="Vdi">The disk in it.</param>
/// <param name="Sr">Where it lies; absent when dangling.</param>
/// <param name="Snapshots">Snapshots of the disk, oldest first.</param>
/// <param name="Ancestors">Nodes below it in its chain, nearest first; a circular chain ends where it would repeat.</param>
public sealed record DiskChain(Vbd Vbd, Vdi Vdi, StorageRepository? Sr, IReadOnlyList<Vdi> Snapshots, IReadOnlyList<Vdi> Ancestors)
{
    /// <summary>The VM's disks by position.</summary>
    public static IReadOnlyList<DiskChain> Of(InventoryView view, VmId vm)
    {
        var snapshots = view.Snapshot.Vdis.Where(vdi => vdi is { IsSnapshot: true, SnapshotOf: not null }).ToLookup(vdi => vdi.SnapshotOf!.Value);
        return [.. from vbd in view.VbdsOf(vm)
                   where vbd.Type == "Disk"
                   let vdi = view.Vdi(vbd.Vdi)
                   where vdi is not null
                   select new DiskChain(
                       vbd,
                       vdi,
                       view.Sr(vdi.Sr),
                       [.. snapshots[vdi.Id].OrderBy(item => item.SnapshotTime).ThenBy(item => item.Uuid, StringComparer.Ordinal)],
                       [.. Ancestry(view, vdi)])];
    }

    private static IEnumerable<Vdi> Ancestry(InventoryView view, Vdi vdi)
    {
        var seen = new HashSet<VdiId> { vdi.Id };
        for (var node = view.Vdi(vdi.Parent); node is not null && seen.Add(node.Id); node = view.Vdi(node.Parent))
        {
            yield return node;
        }
    }
}
