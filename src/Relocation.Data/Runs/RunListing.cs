using Microsoft.EntityFrameworkCore;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Data.Runs;

/// <summary>Lists of runs, for pages and the API; the engine has its journal.</summary>
public sealed class RunListing(IDbContextFactory<RelocationDbContext> factory)
{
    /// <summary>Runs of a relocation, newest first.</summary>
    public Task<IReadOnlyList<RunSummary>> OfRelocationAsync(RelocationId relocation, int skip, int take, CancellationToken cancellationToken) =>
        ListAsync(runs => runs.Where(run => run.Relocation == relocation.Value), skip, take, cancellationToken);

    /// <summary>Runs of all relocations, newest first.</summary>
    public Task<IReadOnlyList<RunSummary>> AllAsync(int skip, int take, CancellationToken cancellationToken) =>
        ListAsync(runs => runs, skip, take, cancellationToken);

    /// <summary>Moves of a VM in all runs, the newest run first.</summary>
    public async Task<IReadOnlyList<MoveRecord>> MovesOfAsync(VmId vm, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var documents = await (
            from move in context.Set<MoveRow>()
            where move.Vm == vm.Uuid
            join run in context.Set<RunRow>() on move.Run equals run.Id
            orderby run.CreatedAt descending, move.Ordinal
            select move.Document).ToListAsync(cancellationToken);
        return [.. documents.Select(JournalRows.ToMove)];
    }

    private async Task<IReadOnlyList<RunSummary>> ListAsync(
        Func<IQueryable<RunRow>, IQueryable<RunRow>> filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var runs = await filter(context.Set<RunRow>().AsNoTracking()).OrderByDescending(run => run.CreatedAt).ThenBy(run => run.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        var ids = runs.Select(run => run.Id).ToList();
        var counts = await context.Set<MoveRow>().Where(move => ids.Contains(move.Run)).GroupBy(move => new { move.Run, move.State })
            .Select(group => new { group.Key.Run, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        var byRun = counts.ToLookup(count => count.Run);
        return
        [
            .. runs.Select(run => new RunSummary(
                JournalRows.ToRecord(run.Document, run.Epoch),
                byRun[run.Id].ToDictionary(count => Enum.Parse<MoveState>(count.State), count => count.Count),
                run.LastSequence)),
        ];
    }
}
