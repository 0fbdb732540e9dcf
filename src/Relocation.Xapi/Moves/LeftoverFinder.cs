using System.Text.Json;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Xapi.Moves;

/// <summary>Finds what a failed, cancelled or half-finished move left on either pool, once nothing works on it any more.</summary>
internal sealed class LeftoverFinder(MoveOrder order, PoolLink source, PoolLink target)
{
    /// <summary>The leftovers, by pool, class and uuid.</summary>
    public async Task<IReadOnlyList<Leftover>> FindAsync(VmReading? here, VmReading? there, IReadOnlyList<JsonElement> onTargetSrs, CancellationToken cancellationToken)
    {
        List<Leftover> found = [.. OnTarget(here, onTargetSrs), .. Duplicates(here, there), .. OnSource(here)];
        found.AddRange(await SnapshotsAsync(here, cancellationToken));
        found.AddRange(here is null && there is not null ? await SourceDisksAsync(cancellationToken) : []);
        return [.. found.OrderBy(one => one.Pool.Uuid, StringComparer.Ordinal).ThenBy(one => one.Class, StringComparer.Ordinal).ThenBy(one => one.Uuid, StringComparer.Ordinal)];
    }

    private IEnumerable<Leftover> OnTarget(VmReading? here, IReadOnlyList<JsonElement> onTargetSrs)
    {
        var known = order.Disks.Keys.Select(disk => disk.Uuid).ToHashSet(StringComparer.Ordinal);
        var looks = here?.Facts.Disks.Select(disk => (disk.Name, disk.VirtualSize.Bytes)).ToHashSet() ?? [];
        foreach (var disk in onTargetSrs.Where(disk => disk.Texts("VBDs").Count == 0))
        {
            if (MirrorMark.SourceOf(disk) is { } origin)
            {
                if (known.Contains(origin))
                {
                    yield return new Leftover(target.Pool, "VDI", disk.Text("uuid"), LeftoverEvidence.MirrorTarget);
                }
            }
            else if (looks.Contains((disk.Text("name_label"), disk.Number("virtual_size"))) && !disk.Flag("is_a_snapshot") && !known.Contains(disk.Text("uuid")))
            {
                yield return new Leftover(target.Pool, "VDI", disk.Text("uuid"), LeftoverEvidence.SameNameUnattached);
            }
        }
    }

    /// <summary>The side that runs is the VM; when neither does, the one that was imported is the copy.</summary>
    private IEnumerable<Leftover> Duplicates(VmReading? here, VmReading? there)
    {
        if (here is null || there is null || source.Pool == target.Pool)
        {
            yield break;
        }

        if (there.Facts.PowerState != PowerState.Running)
        {
            yield return new Leftover(target.Pool, "VM", order.Vm.Uuid, LeftoverEvidence.DuplicateVm);
        }
        else if (here.Facts.PowerState != PowerState.Running)
        {
            yield return new Leftover(source.Pool, "VM", order.Vm.Uuid, LeftoverEvidence.DuplicateVm);
        }
    }

    private IEnumerable<Leftover> OnSource(VmReading? here)
    {
        if (here is null)
        {
            yield break;
        }

        var marked = here.Disks.Select(disk => ("VDI", disk.Key, disk.Value)).Concat(here.Vifs.Select(vif => ("VIF", vif.Key, vif.Value)));
        foreach (var (type, uuid, record) in marked.Where(entry => entry.Item3.Map("other_config").ContainsKey("maps_to")))
        {
            yield return new Leftover(source.Pool, type, uuid, LeftoverEvidence.MapsToKey);
        }

        if (TaskReader.MigrationsHeldBy(here.Record).Any() || here.Record.Reference("scheduled_to_be_resident_on") is not null)
        {
            yield return new Leftover(source.Pool, "VM", order.Vm.Uuid, LeftoverEvidence.StuckOperation);
        }
    }

    private async Task<IEnumerable<Leftover>> SnapshotsAsync(VmReading? here, CancellationToken cancellationToken)
    {
        var references = here?.Disks.Values.SelectMany(disk => disk.Texts("snapshots")).ToList() ?? [];
        var snapshots = await VmReader.RecordsAsync(source, "VDI", references, cancellationToken);
        return from snapshot in snapshots
               where MirrorMark.SourceOf(snapshot) is not null && snapshot.Texts("VBDs").Count == 0
               select new Leftover(source.Pool, "VDI", snapshot.Text("uuid"), LeftoverEvidence.MirrorSnapshot);
    }

    private async Task<IEnumerable<Leftover>> SourceDisksAsync(CancellationToken cancellationToken)
    {
        var found = new List<Leftover>();
        foreach (var disk in source.Pool == target.Pool ? [] : order.Disks.Keys)
        {
            if (await source.FindRefAsync("VDI", disk.Uuid, cancellationToken) is not null)
            {
                found.Add(new Leftover(source.Pool, "VDI", disk.Uuid, LeftoverEvidence.SourceDisk));
            }
        }

        return found;
    }
}
