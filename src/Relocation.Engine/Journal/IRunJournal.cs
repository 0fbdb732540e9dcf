using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Journal;

/// <summary>The durable record of runs. Every member is atomic on its own; nothing is true that is not in it.</summary>
public interface IRunJournal
{
    /// <summary>Stores a new run with its moves and its first line, <see cref="JournalKind.RunCreated"/>. The state's sequence is ignored.</summary>
    Task CreateAsync(RunJournalState state, CancellationToken cancellationToken);

    /// <summary>Runs that have not ended, oldest first.</summary>
    Task<IReadOnlyList<RunId>> ActiveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes the run over for a new owner: its epoch grows by one, <see cref="JournalKind.OwnerChanged"/> is written, and older owners are
    /// refused from now on.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    Task<RunJournalState> AcquireAsync(RunId run, string owner, CancellationToken cancellationToken);

    /// <summary>The run as journalled, or null.</summary>
    Task<RunJournalState?> LoadAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>The named moves of a run as journalled, by ordinal; those that do not exist are left out.</summary>
    Task<IReadOnlyList<MoveRecord>> MovesAsync(RunId run, IReadOnlyCollection<MoveId> moves, CancellationToken cancellationToken);

    /// <summary>Writes one transition and returns its journal line. The records' own epoch field is ignored: the epoch is the parameter.</summary>
    /// <exception cref="StaleOwnerException">The epoch is not the run's present one; nothing was written.</exception>
    Task<JournalEntry> AppendAsync(RunId run, long epoch, JournalWrite write, CancellationToken cancellationToken);

    /// <summary>Journal lines after a sequence number, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<JournalEntry>> EntriesAsync(RunId run, long afterSequence, int limit, CancellationToken cancellationToken);
}
