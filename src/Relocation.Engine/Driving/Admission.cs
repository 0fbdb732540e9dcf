using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Driving;

/// <summary>Which move may begin next.</summary>
internal static class Admission
{
    /// <summary>
    /// The first waiting move, by ordinal, that has a free slot; null when none has. A move whose source host is busy does not hold up
    /// those behind it that leave another host; the moves of one host keep their order.
    /// </summary>
    public static MoveId? Next(RunRecord run, IEnumerable<MoveRecord> moves, int slotsPerSourceHost)
    {
        var all = moves.ToList();
        if (all.Count(move => move.State == MoveState.Running) >= run.MaximumParallelMoves)
        {
            return null;
        }

        var busy = all.Where(HoldsHost).GroupBy(SenderOf).ToDictionary(group => group.Key, group => group.Count());
        return all.Where(move => move.State == MoveState.Waiting)
            .OrderBy(move => move.Ordinal)
            .FirstOrDefault(move => busy.GetValueOrDefault(SenderOf(move)) < slotsPerSourceHost)?.Id;
    }

    /// <summary>A move of unknown outcome may still be sending.</summary>
    private static bool HoldsHost(MoveRecord move) =>
        move.State is MoveState.Running or MoveState.Unknown && move.Step <= RunbookStep.Migrate;

    /// <summary>The host that sends. The pool chooses it for a VM that does not run; those share one imaginary host of the pool.</summary>
    private static (PoolId Pool, HostId? Host) SenderOf(MoveRecord move) => (move.Runbook.Order.SourcePool, move.Runbook.SourceHost);
}
