using Relocation.Core.Estimation;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>
/// When the moves of a run that have not ended are expected to start and end, in seconds from now by the pools' clock: running moves first, then
/// waiting ones in their order as slots become free. Errors along a chain of moves are taken as independent, so they add in quadrature.
/// </summary>
public static class RunSchedule
{
    private const int PerSourceHost = 3;

    /// <summary>The moves that have not ended; empty when something of them cannot be predicted.</summary>
    public static IReadOnlyDictionary<MoveId, ScheduledMove> Of(RunJournalState state)
    {
        var slots = new ScheduledMove[Math.Max(1, state.Run.MaximumParallelMoves)];
        Dictionary<HostId, ScheduledMove[]> hosts = [];
        Dictionary<MoveId, ScheduledMove> planned = [];
        foreach (var move in state.Moves.Where(move => move.State is MoveState.Running or MoveState.Waiting).OrderBy(move => move.State is MoveState.Waiting).ThenBy(move => move.Ordinal))
        {
            if (Remaining(move) is not { } remaining)
            {
                return new Dictionary<MoveId, ScheduledMove>();
            }

            var slot = Free(slots);
            var before = slots[slot];
            ScheduledMove[]? host = null;
            if (move.Runbook.SourceHost is { } source)
            {
                host = hosts.TryGetValue(source, out var known) ? known : hosts[source] = new ScheduledMove[PerSourceHost];
                before = host[Free(host)].End > before.End ? host[Free(host)] : before;
            }

            planned[move.Id] = slots[slot] = After(before, remaining);
            if (host is not null)
            {
                host[Free(host)] = planned[move.Id];
            }
        }

        return planned;
    }

    /// <summary>Seconds until all have ended: the latest end, with the latest of the early and of the late ends; null when nothing is left or known.</summary>
    public static ScheduledMove? End(IReadOnlyDictionary<MoveId, ScheduledMove> planned) => planned.Count == 0 ? null : new ScheduledMove(
        0, planned.Values.Max(move => move.End), planned.Values.Max(move => move.Low), planned.Values.Max(move => move.High));

    private static ScheduledMove After(ScheduledMove before, Estimate remaining)
    {
        var end = before.End + remaining.Expected;
        return new ScheduledMove(
            before.End,
            end,
            Math.Max(0, end - double.Hypot(before.End - before.Low, remaining.Expected - remaining.Low90)),
            end + double.Hypot(before.High - before.End, remaining.High90 - remaining.Expected));
    }

    private static Estimate? Remaining(MoveRecord move) =>
        move.State is MoveState.Running && move.Progress?.RemainingSeconds is { } seen ? seen : move.Forecast?.TimeSeconds;

    private static int Free(ScheduledMove[] slots) => Enumerable.Range(0, slots.Length).MinBy(index => slots[index].End);
}
