using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Driving;

/// <summary>
/// A run as its owner holds it: a copy of the journal that changes only by journalled writes, one at a time. The first write that
/// fails for whatever reason leaves its effect unknown, so that nothing may be written any more: the run is then acquired anew and read.
/// </summary>
internal sealed class RunLedger(IRunJournal journal, RunJournalState state, Action<RunPulse> publish)
{
    private readonly Turns _turns = new();
    private ImmutableSortedDictionary<int, MoveRecord> _moves = state.Moves.ToImmutableSortedDictionary(move => move.Ordinal, move => move);
    private ExceptionDispatchInfo? _broken;

    public RunRecord Run { get; private set; } = state.Run;

    public long Sequence { get; private set; } = state.Sequence;

    /// <summary>The moves by ordinal, as of now.</summary>
    public IEnumerable<MoveRecord> Moves => _moves.Values;

    /// <summary>A write failed; nothing more may be written from here.</summary>
    public bool IsBroken => _broken is not null;

    public MoveRecord? Find(MoveId id) => _moves.Values.FirstOrDefault(move => move.Id == id);

    /// <summary>Decides on the records as they are and journals the decision, without anything coming between.</summary>
    public async Task<T> DecideAsync<T>(Func<(T Result, JournalWrite? Write)> decide, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await _turns.TakeAsync(async () =>
        {
            _broken?.Throw();
            var (result, write) = decide();
            if (write is not null)
            {
                await AppendAsync(write);
            }

            return result;
        });
    }

    /// <summary>Journals a change of one move.</summary>
    public Task<MoveRecord> WriteAsync(
        MoveId id,
        JournalKind kind,
        Func<MoveRecord, MoveRecord> change,
        IReadOnlyDictionary<string, string> detail,
        CancellationToken cancellationToken) =>
        DecideAsync<MoveRecord>(
            () =>
            {
                var before = Find(id) ?? throw new InvalidOperationException($"Run {Run.Id} has no move {id}.");
                var after = change(before);
                return (after, new JournalWrite(null, after, kind, kind is JournalKind.MoveAdmitted or JournalKind.MoveEnded ? null : before.Step, detail));
            },
            cancellationToken);

    /// <summary>Takes progress over without journalling it.</summary>
    public async Task ReportAsync(MoveId id, MoveProgress progress, CancellationToken cancellationToken)
    {
        await DecideAsync<bool>(
            () =>
            {
                if (Find(id) is { State: MoveState.Running } move)
                {
                    _moves = _moves.SetItem(move.Ordinal, move with { Progress = progress });
                }

                return (true, null);
            },
            cancellationToken);
        publish(new RunPulse(Sequence, id.Value, ProgressText.Write(progress)));
    }

    private async Task AppendAsync(JournalWrite write)
    {
        JournalEntry entry;
        try
        {
            // Not cancelled half-way: a write that may or may not have happened would cost the ownership.
            entry = await journal.AppendAsync(Run.Id, Run.Epoch, write, CancellationToken.None);
        }
        catch (Exception exception)
        {
            _broken = ExceptionDispatchInfo.Capture(exception);
            throw;
        }

        Run = write.Run ?? Run;
        _moves = write.Move is { } move ? _moves.SetItem(move.Ordinal, move) : _moves;
        Sequence = entry.Sequence;
        publish(new RunPulse(Sequence, null, ""));
    }
}
