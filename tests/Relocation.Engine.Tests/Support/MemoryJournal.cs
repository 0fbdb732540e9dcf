using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Tests.Support;

/// <summary>The journal's contract in memory.</summary>
internal sealed class MemoryJournal(TimeProvider time) : IRunJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RunId, RunJournalState> _runs = [];
    private readonly Dictionary<RunId, List<JournalEntry>> _entries = [];

    public Task CreateAsync(RunJournalState state, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _runs.Add(state.Run.Id, state);
            _entries.Add(state.Run.Id, []);
            Add(state.Run.Id, JournalKind.RunCreated, null, new Dictionary<string, string>());
            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<RunId>> ActiveAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<RunId>>([.. _runs.Values.Where(state => !state.Run.State.HasEnded()).OrderBy(state => state.Run.CreatedAt).Select(state => state.Run.Id)]);
        }
    }

    public Task<RunJournalState> AcquireAsync(RunId run, string owner, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _runs[run] = _runs[run] with { Run = _runs[run].Run with { Epoch = _runs[run].Run.Epoch + 1 } };
            Add(run, JournalKind.OwnerChanged, null, new Dictionary<string, string> { ["owner"] = owner });
            return Task.FromResult(_runs[run]);
        }
    }

    public Task<RunJournalState?> LoadAsync(RunId run, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_runs.GetValueOrDefault(run));
        }
    }

    public Task<IReadOnlyList<MoveRecord>> MovesAsync(RunId run, IReadOnlyCollection<MoveId> moves, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<MoveRecord>>([.. _runs[run].Moves.Where(move => moves.Contains(move.Id))]);
        }
    }

    public Task<JournalEntry> AppendAsync(RunId run, long epoch, JournalWrite write, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var state = _runs[run];
            if (state.Run.Epoch != epoch)
            {
                throw new StaleOwnerException(run, epoch);
            }

            _runs[run] = state with
            {
                Run = (write.Run ?? state.Run) with { Epoch = epoch },
                Moves = [.. state.Moves.Select(move => move.Id == write.Move?.Id ? write.Move : move)],
            };
            return Task.FromResult(Add(run, write.Kind, write, write.Detail));
        }
    }

    public Task<IReadOnlyList<JournalEntry>> EntriesAsync(RunId run, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<JournalEntry>>([.. _entries[run].Where(entry => entry.Sequence > afterSequence).Take(limit)]);
        }
    }

    public RunJournalState State(RunId run)
    {
        lock (_lock)
        {
            return _runs[run];
        }
    }

    public IReadOnlyList<JournalEntry> Entries(RunId run)
    {
        lock (_lock)
        {
            return [.. _entries[run]];
        }
    }

    private JournalEntry Add(RunId run, JournalKind kind, JournalWrite? write, IReadOnlyDictionary<string, string> detail)
    {
        var entry = new JournalEntry(run, _entries[run].Count + 1, time.GetUtcNow(), kind, write?.Move?.Id, write?.Step, detail);
        _entries[run].Add(entry);
        _runs[run] = _runs[run] with { Sequence = entry.Sequence };
        return entry;
    }
}
