using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight;

/// <summary>Counts what the moves of a plan take from each target SR, in their order, so that the first move that no longer fits is known.</summary>
public sealed class SpaceLedger
{
    private readonly Dictionary<(PoolId Pool, VmId Vm, SrId Sr), SpaceEntry> entries = [];

    /// <summary>Enters all moves of the context. Disks whose mapping is open take nothing.</summary>
    public SpaceLedger(PreflightContext context)
    {
        var used = new Dictionary<(PoolId, SrId), long>();
        foreach (var move in context.Moves)
        {
            var needs = move.Disks
                .Select(disk => (Disk: disk, Sr: move.Target.Sr(context.Mappings.TargetOf(move.Planned, disk))))
                .Where(pair => pair.Sr is not null)
                .GroupBy(pair => pair.Sr!.Id, pair => (pair.Disk, Sr: pair.Sr!));
            foreach (var group in needs)
            {
                var sr = group.First().Sr;
                var need = group.Sum(pair => StorageSpace.NeedOf(sr, pair.Disk).Bytes);
                var key = (move.Planned.TargetPool, sr.Id);
                var before = used.GetValueOrDefault(key);
                used[key] = before + need;
                entries[(move.Planned.SourcePool, move.Planned.Vm, sr.Id)] = new SpaceEntry(sr, need, StorageSpace.FreeOf(sr).Bytes - before)
                {
                    Virtual = group.Sum(pair => pair.Disk.Vdi.VirtualSize.Bytes),
                    Largest = group.Max(pair => pair.Disk.Vdi.VirtualSize.Bytes),
                };
            }
        }
    }

    /// <summary>What the move takes from each target SR.</summary>
    public IEnumerable<SpaceEntry> Of(PreflightContext context, MoveCandidate move) =>
        from sr in move.Disks.Select(disk => context.Mappings.TargetOf(move.Planned, disk)).OfType<SrId>().Distinct()
        let key = (move.Planned.SourcePool, move.Planned.Vm, sr)
        where entries.ContainsKey(key)
        select entries[key];
}
