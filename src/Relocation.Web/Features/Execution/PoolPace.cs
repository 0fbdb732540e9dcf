using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>How fast the pools' clock goes beside ours. A rehearsal's clock runs faster, so that remaining times by the pools' clock must be turned into ours before an end is predicted.</summary>
public static class PoolPace
{
    /// <summary>
    /// Pools' seconds per second of ours: the median over the moves that ended well of their measured time, which is by the pools' clock, and
    /// what the sending took by ours. The setting of the pools hosted here before there is any; 1 where the difference may be noise.
    /// </summary>
    /// <param name="state">The run.</param>
    /// <param name="entries">Its journal.</param>
    /// <param name="hosted">Speed of the pools that this process hosts; 1 without any.</param>
    public static double Of(RunJournalState state, IReadOnlyList<JournalEntry> entries, double hosted)
    {
        var began = LastOf(entries, JournalKind.StepStarted);
        var ended = LastOf(entries, JournalKind.StepSucceeded);
        var seen = state.Moves
            .Where(move => move is { State: MoveState.Done, Measured.TimeSeconds: > 0 } && began.ContainsKey(move.Id) && ended.ContainsKey(move.Id))
            .Select(move => move.Measured!.TimeSeconds!.Value / Math.Max(0.001, (ended[move.Id] - began[move.Id]).TotalSeconds))
            .Order()
            .ToList();
        var factor = seen.Count > 0 ? seen[seen.Count / 2] : hosted;
        return factor is > 0.5 and < 2 ? 1 : factor;
    }

    private static Dictionary<MoveId, DateTimeOffset> LastOf(IReadOnlyList<JournalEntry> entries, JournalKind kind) => entries
        .Where(entry => entry.Kind == kind && entry is { Step: RunbookStep.Migrate, Move: not null })
        .GroupBy(entry => entry.Move!.Value)
        .ToDictionary(group => group.Key, group => group.Last().At);
}
