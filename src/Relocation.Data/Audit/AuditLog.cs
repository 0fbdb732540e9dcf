using Microsoft.EntityFrameworkCore;
using Relocation.Data.Documents;
using Relocation.Data.Storage;

namespace Relocation.Data.Audit;

/// <summary>Who did what, when, with what outcome. Only ever grows.</summary>
public sealed class AuditLog(IDbContextFactory<RelocationDbContext> factory, TimeProvider time)
{
    /// <summary>Writes an entry.</summary>
    /// <param name="actor">Person or token.</param>
    /// <param name="action">Stable code.</param>
    /// <param name="subject">Kind and id of what it was done to.</param>
    /// <param name="outcome">`done`, or the stable code of the refusal.</param>
    /// <param name="detail">Facts by name; no secrets.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task<AuditEntry> AppendAsync(
        string actor, string action, (string Kind, string Id) subject, string outcome, IReadOnlyDictionary<string, string> detail, CancellationToken cancellationToken)
    {
        var row = new AuditRow
        {
            At = time.Now(),
            Actor = actor,
            Action = action,
            ObjectKind = subject.Kind,
            ObjectId = subject.Id,
            Outcome = outcome,
            Detail = RecordJson.Write(detail),
        };
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return ToRecord(row);
    }

    /// <summary>Entries that match, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> QueryAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var entries = context.Set<AuditRow>().AsNoTracking()
            .Where(row => query.From == null || row.At >= query.From)
            .Where(row => query.Until == null || row.At < query.Until)
            .Where(row => query.Actor == null || row.Actor == query.Actor)
            .Where(row => query.Action == null || row.Action == query.Action)
            .Where(row => query.ObjectKind == null || row.ObjectKind == query.ObjectKind)
            .Where(row => query.ObjectId == null || row.ObjectId == query.ObjectId);
        var rows = await entries.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken);
        return [.. rows.Select(ToRecord)];
    }

    private static AuditEntry ToRecord(AuditRow row) => new(
        row.Id, row.At, row.Actor, row.Action, row.ObjectKind, row.ObjectId, row.Outcome, RecordJson.Read<Dictionary<string, string>>(row.Detail));
}
