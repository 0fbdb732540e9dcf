using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>One import inside its transaction.</summary>
internal sealed class InventoryImport(RelocationDbContext context, IDbContextTransaction transaction, InventoryHeader header, IProgress<ImportProgress>? progress)
{
    /// <summary>Longest uuid that is taken; real ones have at most 38 characters, and PostgreSQL's index takes no more than some 2,700 bytes.</summary>
    private const int LongestUuid = 200;

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
        await foreach (var item in reader.ReadObjectsAsync(cancellationToken).WithCancellation(cancellationToken))
        {
            Accept(item);
            await objects.InsertAsync(ObjectDocument.Of(item), cancellationToken);
            if (done % InventoryStore.ChunkSize == 0)
            {
                progress?.Report(new ImportProgress(done, header.ObjectCount));
            }
        }

        await objects.FlushAsync(cancellationToken);
        changes.CountAdded(done);
        progress?.Report(new ImportProgress(done, header.ObjectCount));
    }

    private async Task MergeAllAsync(IInventoryReader reader, ObjectTable objects, ChangeTable changes, CancellationToken cancellationToken)
    {
        var newest = await objects.NewestAsync(cancellationToken);
        var merge = new ObjectMerge(objects);
        var chunk = new List<InventoryObject>(InventoryStore.ChunkSize);
        await foreach (var item in reader.ReadObjectsAsync(cancellationToken).WithCancellation(cancellationToken))
        {
            Accept(item);
            chunk.Add(item);
            if (chunk.Count == InventoryStore.ChunkSize)
            {
                await RecordAsync(await merge.MergeAsync(chunk, cancellationToken), changes, cancellationToken);
                progress?.Report(new ImportProgress(done, header.ObjectCount));
                chunk.Clear();
            }
        }

        await RecordAsync(await merge.MergeAsync(chunk, cancellationToken), changes, cancellationToken);
        await RecordAsync(await merge.RemoveUnseenAsync(newest, cancellationToken), changes, cancellationToken);
        await changes.FlushAsync(cancellationToken);
        progress?.Report(new ImportProgress(done, header.ObjectCount));
    }

    private static async Task RecordAsync(IReadOnlyList<ObjectChange> found, ChangeTable changes, CancellationToken cancellationToken)
    {
        foreach (var change in found)
        {
            await changes.AddAsync(change, cancellationToken);
        }
    }

    private void Accept(InventoryObject item)
    {
        if (item.Pool != header.Pool)
        {
            throw new ArgumentException($"The reader announced pool {header.Pool} and sent an object of {item.Pool}.");
        }

        if (item.Uuid.Length is 0 or > LongestUuid || item.Uuid.Contains('\0'))
        {
            throw new InventoryFormatException("uuid-unusable", header.PoolName, 0, 0, $"An object of class {InventoryObjects.ClassOf(item)} has an empty or overlong uuid.");
        }

        poolSeen |= item is Pool;
        done++;
    }
}
