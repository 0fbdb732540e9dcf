using Microsoft.EntityFrameworkCore;
using Relocation.Core.Waves;
using Relocation.Data.Documents;
using Relocation.Data.Storage;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Data.Runs;

/// <summary>The journal of runs in the database. Whether a writer still owns its run is decided by the database alone: one UPDATE compares the
/// epoch and takes the next sequence number, so that a process that was frozen and wakes up later changes nothing.</summary>
public sealed class RunJournal(IDbContextFactory<RelocationDbContext> factory, TimeProvider time) : IRunJournal
{
    /// <inheritdoc />
    public async Task CreateAsync(RunJournalState state, CancellationToken cancellationToken)
    {
        if (state.Moves.FirstOrDefault(move => move.Run != state.Run.Id) is { } stray)
        {
            throw new ArgumentException($"Move {stray.Id} is of run {stray.Run}, not of {state.Run.Id}.", nameof(state));
        }

        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        context.Add(JournalRows.ToRow(state.Run, lastSequence: 1));
        context.AddRange(state.Moves.Select(JournalRows.ToRow));
        context.Add(JournalRows.ToRow(new JournalEntry(state.Run.Id, 1, time.Now(), JournalKind.RunCreated, null, null, new Dictionary<string, string>())));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<RunId>> ActiveAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<RunRow>().Where(run => run.Active).OrderBy(run => run.CreatedAt).ThenBy(run => run.Id)
            .Select(run => new RunId(run.Id)).ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<RunJournalState> AcquireAsync(RunId run, string owner, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context.Set<RunRow>().Where(row => row.Id == run.Value).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Epoch, r => r.Epoch + 1).SetProperty(r => r.Owner, owner).SetProperty(r => r.LastSequence, r => r.LastSequence + 1),
            cancellationToken);
        if (changed == 0)
        {
            throw new KeyNotFoundException($"There is no run {run}.");
        }

        var taken = await context.Set<RunRow>().AsNoTracking().SingleAsync(row => row.Id == run.Value, cancellationToken);
        await AddEntryAsync(
            context,
            new JournalEntry(run, taken.LastSequence, time.Now(), JournalKind.OwnerChanged, null, null, JournalRows.OwnerDetail(owner, taken.Epoch)),
            cancellationToken);
        var state = new RunJournalState(
            JournalRows.ToRecord(taken.Document, taken.Epoch), await MovesAsync(context, run, moves => moves, cancellationToken), taken.LastSequence);
        await transaction.CommitAsync(cancellationToken);
        return state;
    }

    /// <inheritdoc />
    public async Task<RunJournalState?> LoadAsync(RunId run, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from row in context.Set<RunRow>().AsNoTracking()
            where row.Id == run.Value
            join move in context.Set<MoveRow>() on row.Id equals move.Run into moves
            from move in moves.DefaultIfEmpty()
            orderby move.Ordinal
            select new { row.Epoch, row.LastSequence, Run = row.Document, Move = move == null ? null : move.Document }).ToListAsync(cancellationToken);
        return rows.Count == 0
            ? null
            : new RunJournalState(
                JournalRows.ToRecord(rows[0].Run, rows[0].Epoch),
                [.. rows.Where(row => row.Move is not null).Select(row => JournalRows.ToMove(row.Move!))],
                rows[0].LastSequence);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<MoveRecord>> MovesAsync(RunId run, IReadOnlyCollection<MoveId> moves, CancellationToken cancellationToken)
    {
        var ids = moves.Select(move => move.Value).ToList();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await MovesAsync(context, run, rows => rows.Where(row => ids.Contains(row.Id)), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<JournalEntry> AppendAsync(RunId run, long epoch, JournalWrite write, CancellationToken cancellationToken)
    {
        RequireOfRun(run, write);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var sequence = await TakeSequenceAsync(context, run, epoch, write.Run, cancellationToken);
        if (write.Move is { } move)
        {
            await UpdateMoveAsync(context, move, cancellationToken);
        }

        var entry = new JournalEntry(run, sequence, time.Now(), write.Kind, write.Move?.Id, write.Step, write.Detail);
        await AddEntryAsync(context, entry, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return entry;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync(RunId run, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<JournalRow>().AsNoTracking().Where(row => row.Run == run.Value && row.Sequence > afterSequence)
            .OrderBy(row => row.Sequence).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(JournalRows.ToEntry)];
    }

    private static void RequireOfRun(RunId run, JournalWrite write)
    {
        if ((write.Run is { } record && record.Id != run) || (write.Move is { } move && move.Run != run))
        {
            throw new ArgumentException($"The write concerns another run than {run}.", nameof(write));
        }
    }

    /// <summary>The fence. The row stays locked until the transaction ends, so that the number read after the UPDATE is this writer's own.</summary>
    private static async Task<long> TakeSequenceAsync(RelocationDbContext context, RunId run, long epoch, RunRecord? record, CancellationToken cancellationToken)
    {
        var owned = context.Set<RunRow>().Where(row => row.Id == run.Value && row.Epoch == epoch);
        int changed;
        if (record is null)
        {
            changed = await owned.ExecuteUpdateAsync(row => row.SetProperty(r => r.LastSequence, r => r.LastSequence + 1), cancellationToken);
        }
        else
        {
            var document = RecordJson.Write(record);
            var state = record.State.ToString();
            var active = JournalRows.IsActive(record.State);
            changed = await owned.ExecuteUpdateAsync(
                row => row.SetProperty(r => r.LastSequence, r => r.LastSequence + 1).SetProperty(r => r.Document, document)
                    .SetProperty(r => r.State, state).SetProperty(r => r.Active, active),
                cancellationToken);
        }

        return changed == 1
            ? await context.Set<RunRow>().Where(row => row.Id == run.Value).Select(row => row.LastSequence).SingleAsync(cancellationToken)
            : throw new StaleOwnerException(run, epoch);
    }

    private static async Task UpdateMoveAsync(RelocationDbContext context, MoveRecord move, CancellationToken cancellationToken)
    {
        var document = RecordJson.Write(move);
        var state = move.State.ToString();
        var changed = await context.Set<MoveRow>().Where(row => row.Id == move.Id.Value && row.Run == move.Run.Value)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Document, document).SetProperty(r => r.State, state), cancellationToken);
        if (changed != 1)
        {
            throw new KeyNotFoundException($"Run {move.Run} has no move {move.Id}.");
        }
    }

    private static async Task AddEntryAsync(RelocationDbContext context, JournalEntry entry, CancellationToken cancellationToken)
    {
        context.Add(JournalRows.ToRow(entry));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<MoveRecord>> MovesAsync(
        RelocationDbContext context, RunId run, Func<IQueryable<MoveRow>, IQueryable<MoveRow>> filter, CancellationToken cancellationToken)
    {
        var documents = await filter(context.Set<MoveRow>().Where(move => move.Run == run.Value)).OrderBy(move => move.Ordinal)
            .Select(move => move.Document).ToListAsync(cancellationToken);
        return [.. documents.Select(JournalRows.ToMove)];
    }
}
