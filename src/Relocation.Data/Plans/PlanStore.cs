using Microsoft.EntityFrameworkCore;
using Relocation.Core.Waves;
using Relocation.Data.Documents;
using Relocation.Data.Storage;

namespace Relocation.Data.Plans;

/// <summary>Relocation plans with all their revisions. A save names the revision it was based on and is refused when that is no longer the
/// present one. Every member is atomic on its own.</summary>
public sealed class PlanStore(IDbContextFactory<RelocationDbContext> factory, TimeProvider time)
{
    /// <summary>Stores a new plan as revision 1, whatever revision it carries, and returns it as stored.</summary>
    public async Task<RelocationPlan> CreateAsync(RelocationPlan plan, string by, string summary, CancellationToken cancellationToken)
    {
        var first = plan with { Revision = 1 };
        var now = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        context.Add(new PlanRow { Id = plan.Id.Value, Name = plan.Name, Revision = 1, CreatedAt = now, ChangedAt = now, ChangedBy = by });
        context.Add(RevisionOf(first, now, by, summary));
        await context.SaveChangesAsync(cancellationToken);
        return first;
    }

    /// <summary>Plans by name.</summary>
    public async Task<IReadOnlyList<PlanSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<PlanRow>().AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id)
                .Select(row => new PlanSummary(new RelocationId(row.Id), row.Name, row.Revision, row.CreatedAt, row.ChangedAt, row.ChangedBy)),
        ];
    }

    /// <summary>The plan as it is now, or null.</summary>
    public async Task<RelocationPlan?> LoadAsync(RelocationId id, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var document = await (
            from plan in context.Set<PlanRow>()
            where plan.Id == id.Value
            join revision in context.Set<PlanRevisionRow>() on new { Plan = plan.Id, plan.Revision } equals new { revision.Plan, revision.Revision }
            select revision.Document).SingleOrDefaultAsync(cancellationToken);
        return document is null ? null : RecordJson.Read<RelocationPlan>(document);
    }

    /// <summary>The plan as it was at a revision, or null.</summary>
    public async Task<RelocationPlan?> LoadRevisionAsync(RelocationId id, long revision, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var document = await context.Set<PlanRevisionRow>().Where(row => row.Plan == id.Value && row.Revision == revision)
            .Select(row => row.Document).SingleOrDefaultAsync(cancellationToken);
        return document is null ? null : RecordJson.Read<RelocationPlan>(document);
    }

    /// <summary>Saves a change as the next revision and returns the plan with that revision.</summary>
    /// <param name="plan">The plan as it is to be; the revision it carries does not matter.</param>
    /// <param name="expectedRevision">The revision the change was based on.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="summary">What was changed, for the history.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="StalePlanException">The plan is at another revision; nothing was written.</exception>
    /// <exception cref="KeyNotFoundException">There is no such plan.</exception>
    public async Task<RelocationPlan> SaveAsync(RelocationPlan plan, long expectedRevision, string by, string summary, CancellationToken cancellationToken)
    {
        var next = plan with { Revision = expectedRevision + 1 };
        var now = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context.Set<PlanRow>().Where(row => row.Id == plan.Id.Value && row.Revision == expectedRevision).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Revision, next.Revision).SetProperty(r => r.Name, next.Name)
                .SetProperty(r => r.ChangedAt, now).SetProperty(r => r.ChangedBy, by),
            cancellationToken);
        if (changed != 1)
        {
            var present = await context.Set<PlanRow>().Where(row => row.Id == plan.Id.Value).Select(row => (long?)row.Revision).SingleOrDefaultAsync(cancellationToken);
            throw present is null ? new KeyNotFoundException($"There is no plan {plan.Id}.") : new StalePlanException(plan.Id, expectedRevision, present.Value);
        }

        context.Add(RevisionOf(next, now, by, summary));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return next;
    }

    /// <summary>Saves an older revision's content again as the next revision; the history keeps everything between.</summary>
    /// <exception cref="StalePlanException">The plan is at another revision; nothing was written.</exception>
    /// <exception cref="KeyNotFoundException">There is no such plan or revision.</exception>
    public async Task<RelocationPlan> RestoreAsync(
        RelocationId id, long revision, long expectedRevision, string by, string summary, CancellationToken cancellationToken)
    {
        var older = await LoadRevisionAsync(id, revision, cancellationToken) ?? throw new KeyNotFoundException($"Plan {id} has no revision {revision}.");
        return await SaveAsync(older, expectedRevision, by, summary, cancellationToken);
    }

    /// <summary>Saved changes of a plan, newest first.</summary>
    public async Task<IReadOnlyList<PlanRevision>> HistoryAsync(RelocationId id, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<PlanRevisionRow>().Where(row => row.Plan == id.Value).OrderByDescending(row => row.Revision).Skip(skip).Take(take)
            .Select(row => new PlanRevision(row.Revision, row.At, row.By, row.Summary)).ToListAsync(cancellationToken);
    }

    /// <summary>Removes a plan with its history. Runs that were made from it stay.</summary>
    public async Task<bool> DeleteAsync(RelocationId id, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<PlanRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static PlanRevisionRow RevisionOf(RelocationPlan plan, DateTimeOffset at, string by, string summary) =>
        new() { Plan = plan.Id.Value, Revision = plan.Revision, At = at, By = by, Summary = summary, Document = RecordJson.Write(plan) };
}
