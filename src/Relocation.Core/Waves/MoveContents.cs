using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Waves;

/// <summary>What travels when a VM crosses pools: XAPI asks for a target of every one of these, snapshots' too (xapi_vm_migrate.ml, migrate_send').</summary>
public static class MoveContents
{
    /// <summary>The disks in the order XAPI copies them: by virtual size, then by the time of the snapshot, smallest and oldest first; each once.</summary>
    public static IReadOnlyList<MovingDisk> DisksOf(InventoryView view, Vm vm)
    {
        var disks = new Dictionary<VdiId, MovingDisk>();
        foreach (var vbd in view.VbdsOf(vm.Id).Where(vbd => vbd.Type == "Disk"))
        {
            Add(view.Vdi(vbd.Vdi), vbd.UserDevice, mirrored: vbd.Mode != "RO");
        }

        foreach (var snapshot in view.SnapshotsOf(vm.Id))
        {
            foreach (var vdi in view.DisksOf(snapshot.Id))
            {
                Add(vdi, "", mirrored: false);
            }

            Add(view.Vdi(snapshot.SuspendVdi), "", mirrored: false);
        }

        Add(view.Vdi(vm.SuspendVdi), "", mirrored: false);
        var arrived = new HashSet<VdiId>();
        return [.. disks.Values
            .OrderBy(disk => disk.Vdi.VirtualSize)
            .ThenBy(disk => disk.Vdi.SnapshotTime ?? DateTimeOffset.MinValue)
            .ThenBy(disk => disk.Vdi.Uuid, StringComparer.Ordinal)
            .Select(disk => disk with { Allocated = AllocatedBy(view, disk.Vdi, arrived) })];

        void Add(Vdi? vdi, string userDevice, bool mirrored)
        {
            if (vdi is not null)
            {
                var parent = vdi.IsSnapshot ? view.Vdi(vdi.SnapshotOf) : null;
                disks.TryAdd(vdi.Id, new MovingDisk(vdi, userDevice, parent?.Sr ?? vdi.Sr, mirrored));
            }
        }
    }

    /// <summary>The interfaces by position, the VM's own before its snapshots'.</summary>
    public static IReadOnlyList<Vif> VifsOf(InventoryView view, Vm vm) =>
        [.. view.VifsOf(vm.Id), .. view.SnapshotsOf(vm.Id).SelectMany(snapshot => view.VifsOf(snapshot.Id))];

    /// <summary>
    /// Bytes of the disk's chain that have not arrived yet. A snapshot and its disk share the nodes below both: XAPI copies the base once and
    /// sends the rest against it (storage_smapiv1_migrate.ml looks for similar content at the target). Never more than the guest can see.
    /// </summary>
    private static ByteSize AllocatedBy(InventoryView view, Vdi disk, HashSet<VdiId> arrived)
    {
        long bytes = 0;
        var seen = new HashSet<VdiId>();
        for (var node = disk; node is not null && seen.Add(node.Id) && arrived.Add(node.Id); node = view.Vdi(ParentOf(node)))
        {
            bytes += Math.Max(0, node.PhysicalUtilisation.Bytes);
        }

        var known = bytes > 0 || disk.PhysicalUtilisation.Bytes == 0;
        return known ? new ByteSize(Math.Min(bytes, disk.VirtualSize.Bytes)) : disk.VirtualSize;
    }

    private static VdiId? ParentOf(Vdi vdi) =>
        vdi.Parent ?? (vdi.SmConfig.TryGetValue("vhd-parent", out var uuid) && uuid.Length > 0 ? VdiId.Of(uuid) : null);
}
