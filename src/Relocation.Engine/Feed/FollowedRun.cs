using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Feed;

/// <summary>A run as read from the journal so far, with the progress that is not in it.</summary>
internal sealed class FollowedRun(IRunJournal journal, RunJournalState state)
{
    private const int PageSize = 500;

    public RunJournalState State { get; private set; } = state;

    /// <summary>Reads the journal from where it stands, and returns one change for each line.</summary>
    public async Task<IReadOnlyList<RunChange>> ReadAsync(CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntry>();
        var last = State.Sequence;
        while (await journal.EntriesAsync(State.Run.Id, last, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            entries.AddRange(page);
            last = page[^1].Sequence;
        }

        if (entries.Count == 0)
        {
            return [];
        }

        await RefreshAsync(entries, cancellationToken);
        State = State with { Sequence = last };
        return [.. entries.Select(entry => new RunChange(entry, TouchesRun(entry) ? State.Run : null, MoveOf(entry.Move)))];
    }

    /// <summary>Takes progress over, and returns a change for each move whose progress is news.</summary>
    public IReadOnlyList<RunChange> Take(IReadOnlyList<RunPulse> pulses)
    {
        var changes = new List<RunChange>();
        foreach (var pulse in pulses)
        {
            if (pulse.Move is { } id && MoveOf(new MoveId(id)) is { State: MoveState.Running } move
                && ProgressText.Read(pulse.Progress) is { } progress && IsNews(progress, move))
            {
                move = move with { Progress = progress };
                Replace([move]);
                changes.Add(new RunChange(null, null, move));
            }
        }

        return changes;
    }

    private static bool IsNews(Core.Runbooks.MoveProgress progress, MoveRecord move) => move.Progress is null || progress.At > move.Progress.At;

    /// <summary>Lines about the run, and requests, which may change both.</summary>
    private static bool TouchesRun(JournalEntry entry) => entry.Move is null || entry.Kind == JournalKind.OperatorRequest;

    private async Task RefreshAsync(List<JournalEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Exists(TouchesRun))
        {
            if (await journal.LoadAsync(State.Run.Id, cancellationToken) is { } whole)
            {
                State = State with { Run = whole.Run };
                Replace(whole.Moves);
            }

            return;
        }

        Replace(await journal.MovesAsync(State.Run.Id, [.. entries.Select(entry => entry.Move!.Value).Distinct()], cancellationToken));
    }

    /// <summary>The journalled progress of a running move may be older than the one seen since.</summary>
    private void Replace(IReadOnlyList<MoveRecord> fresh)
    {
        var byId = fresh.ToDictionary(move => move.Id);
        State = State with { Moves = [.. State.Moves.Select(known => byId.TryGetValue(known.Id, out var move) ? Newer(known, move) : known)] };
    }

    private static MoveRecord Newer(MoveRecord known, MoveRecord fresh) =>
        fresh.State == MoveState.Running && known.Attempt == fresh.Attempt && known.Progress is { } seen && fresh.Progress is { } stored && seen.At > stored.At && seen.Phase == stored.Phase
            ? fresh with { Progress = seen }
            : fresh;

    private MoveRecord? MoveOf(MoveId? id) => id is { } wanted ? State.Moves.FirstOrDefault(move => move.Id == wanted) : null;
}
