using Relocation.Core.Waves;

namespace Relocation.Engine.Journal;

/// <summary>The durable record of runs. Every member is atomic on its own; nothing is true that is not in it.</summary>
public interface IRunJournal
{
    /// <summary>Stores a new run with its moves.</summary>
    Task CreateAsync(RunJournalState state, CancellationToken cancellationToken);

    /// <summary>Runs that have not ended, oldest first.</summary>
    Task<IReadOnlyList<RunId>> ActiveAsync(CancellationToken cancellationToken);

    /// <summary>Takes the run over for a new owner: its epoch grows by one, and older owners are refused from now on.</summary>
    Task<RunJournalState> AcquireAsync(RunId run, string owner, CancellationToken cancellationToken);

    /// <summary>The run as journalled, or null.</summary>
    Task<RunJournalState?> LoadAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>Writes one transition and returns its journal line.</summary>
    /// <exception cref="StaleOwnerException">The epoch is not the run's present one; nothing was written.</exception>
    Task<JournalEntry> AppendAsync(RunId run, long epoch, JournalWrite write, CancellationToken cancellationToken);

    /// <summary>Journal lines after a sequence number, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<JournalEntry>> EntriesAsync(RunId run, long afterSequence, int limit, CancellationToken cancellationToken);
}
