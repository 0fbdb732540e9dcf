using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>One import inside its transaction.</summary>
internal sealed class InventoryImport(RelocationDbContext context, IDbContextTransaction transaction, InventoryHeader header, IProgress<ImportProgress>? progress)
{
    private int done;
    private bool poolSeen;

    public async Task<CaptureResult> RunAsync(PoolRow pool, CaptureRow capture, IInventoryReader reader, CancellationToken cancellationToken)
    {
        context.Add(capture);
        await context.SaveChangesAsync(cancellationToken);
        await using var objects = new ObjectTable(context, transaction, pool.Key);
        await using var changes = new ChangeTable(context, transaction, capture.Id);
        if (capture.First)
        {
            await InsertAllAsync(reader, objects, changes, cancellationToken);
        }
        else
        {
            await MergeAllAsync(reader, objects, changes, cancellationToken);
        }

        if (!poolSeen)
        {
            throw new InventoryFormatException("pool-missing", capture.SourceName, 0, 0, $"The source announces pool {header.Pool} but does not hold its record.");
        }

        capture.ObjectCount = done;
        capture.Added = changes.Added;
        capture.Changed = changes.Changed;
        capture.Gone = changes.Gone;
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<PoolRow>().Where(row => row.Key == pool.Key).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Name, header.PoolName).SetProperty(r => r.ProductVersion, header.ProductVersion).SetProperty(r => r.Source, reader.Source)
                .SetProperty(r => r.CapturedAt, capture.At).SetProperty(r => r.ObjectCount, done),
            cancellationToken);
        return new CaptureResult(CaptureRecords.ToRecord(capture, header.Pool), changes.First);
    }

    private async Task InsertAllAsync(IInventoryReader reader, ObjectTable objects, ChangeTable changes, CancellationToken cancellationToken)
    {
        await foreach (var chunk in ObservedObjects.ReadAsync(reader, header, cancellationToken))
        {
            foreach (var observed in chunk)
            {
                await objects.InsertAsync(observed.Document, cancellationToken);
            }

            Count(chunk);
        }

        await objects.FlushAsync(cancellationToken);
        changes.CountAdded(done);
    }

    private async Task MergeAllAsync(IInventoryReader reader, ObjectTable objects, ChangeTable changes, CancellationToken cancellationToken)
    {
        var newest = await objects.NewestAsync(cancellationToken);
        var merge = new ObjectMerge(objects);
        await foreach (var chunk in ObservedObjects.ReadAsync(reader, header, cancellationToken))
        {
            await RecordAsync(await merge.MergeAsync(chunk, cancellationToken), changes, cancellationToken);
            Count(chunk);
        }

        await RecordAsync(await merge.RemoveUnseenAsync(newest, cancellationToken), changes, cancellationToken);
        await changes.FlushAsync(cancellationToken);
    }

    private static async Task RecordAsync(IReadOnlyList<ObjectChange> found, ChangeTable changes, CancellationToken cancellationToken)
    {
        foreach (var change in found)
        {
            await changes.AddAsync(change, cancellationToken);
        }
    }

    private void Count(IReadOnlyList<ObservedObject> chunk)
    {
        poolSeen |= chunk.Any(observed => observed.Item is Pool);
        done += chunk.Count;
        progress?.Report(new ImportProgress(done, header.ObjectCount));
    }
}
