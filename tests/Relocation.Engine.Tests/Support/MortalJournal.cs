using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Tests.Support;

/// <summary>A journal as one life of a process uses it: it may die before or after each write.</summary>
internal sealed class MortalJournal(MemoryJournal journal, Life life) : IRunJournal
{
    public Task CreateAsync(RunJournalState state, CancellationToken cancellationToken) => journal.CreateAsync(state, cancellationToken);

    public Task<IReadOnlyList<RunId>> ActiveAsync(CancellationToken cancellationToken) => journal.ActiveAsync(cancellationToken);

    public async Task<RunJournalState> AcquireAsync(RunId run, string owner, CancellationToken cancellationToken)
    {
        life.Point("before acquire");
        await Task.Yield();
        var state = await journal.AcquireAsync(run, owner, cancellationToken);
        life.Point("after acquire");
        return state;
    }

    public Task<RunJournalState?> LoadAsync(RunId run, CancellationToken cancellationToken) => journal.LoadAsync(run, cancellationToken);

    public Task<IReadOnlyList<MoveRecord>> MovesAsync(RunId run, IReadOnlyCollection<MoveId> moves, CancellationToken cancellationToken) =>
        journal.MovesAsync(run, moves, cancellationToken);

    public async Task<JournalEntry> AppendAsync(RunId run, long epoch, JournalWrite write, CancellationToken cancellationToken)
    {
        life.Point($"before writing {write.Kind} {write.Step}");
        await Task.Yield();
        var entry = await journal.AppendAsync(run, epoch, write, cancellationToken);
        life.Point($"after writing {write.Kind} {write.Step}");
        return entry;
    }

    public Task<IReadOnlyList<JournalEntry>> EntriesAsync(RunId run, long afterSequence, int limit, CancellationToken cancellationToken) =>
        journal.EntriesAsync(run, afterSequence, limit, cancellationToken);
}
