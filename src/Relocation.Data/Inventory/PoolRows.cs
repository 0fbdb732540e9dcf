using Microsoft.EntityFrameworkCore;
using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>The row that writers of a pool's objects queue up behind. Raising the revision comes first in their transaction.</summary>
internal static class PoolRows
{
    /// <summary>Raises the pool's revision, storing the pool when it is new.</summary>
    public static async Task<PoolRow> RaiseAsync(
        RelocationDbContext context, InventoryHeader header, CaptureSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await RaiseAsync(context, header.Pool, cancellationToken) is { } known)
        {
            return known;
        }

        var row = new PoolRow
        {
            Uuid = header.Pool.Uuid,
            Name = header.PoolName,
            ProductVersion = header.ProductVersion,
            Source = source,
            Revision = 1,
            CapturedAt = now,
            ObjectCount = 0,
        };
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Raises the revision of a pool that is stored; null when it is not.</summary>
    public static async Task<PoolRow?> RaiseAsync(RelocationDbContext context, PoolId pool, CancellationToken cancellationToken)
    {
        var raised = await context.Set<PoolRow>().Where(row => row.Uuid == pool.Uuid)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Revision, r => r.Revision + 1), cancellationToken);
        return raised == 0 ? null : await context.Set<PoolRow>().AsNoTracking().SingleAsync(row => row.Uuid == pool.Uuid, cancellationToken);
    }

    /// <summary>Notes what a batch of events did to the pool.</summary>
    public static async Task AppliedAsync(
        RelocationDbContext context, PoolRow pool, InventoryBatch batch, IReadOnlyList<ObjectChange> changes, CancellationToken cancellationToken)
    {
        var grown = changes.Count(change => change.Kind == ChangeKind.Added) - changes.Count(change => change.Kind == ChangeKind.Gone);
        var name = batch.Changed.OfType<Pool>().LastOrDefault(item => item.Name.Length > 0)?.Name ?? pool.Name;
        await context.Set<PoolRow>().Where(row => row.Key == pool.Key).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.CapturedAt, batch.At).SetProperty(r => r.ObjectCount, r => r.ObjectCount + grown).SetProperty(r => r.Name, name),
            cancellationToken);
    }
}
