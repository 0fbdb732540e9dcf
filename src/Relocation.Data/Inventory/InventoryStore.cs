using Microsoft.EntityFrameworkCore;
using Relocation.Core.Inventory;
using Relocation.Data.Documents;
using Relocation.Data.Storage;

namespace Relocation.Data.Inventory;

/// <summary>What is known of the pools: one document per object as it is now, the captures that were taken, and what each changed by field.
/// Every member is atomic on its own. Pages and checks work on the snapshot that <see cref="LoadAsync"/> returns, not on the tables.</summary>
public sealed class InventoryStore(IDbContextFactory<RelocationDbContext> factory, TimeProvider time)
{
    /// <summary>Objects looked up and reported at a time.</summary>
    internal const int ChunkSize = 256;

    /// <summary>Stores what a reader reads as the pool's new state, in one transaction: after an error or a cancellation nothing is stored.
    /// The reader's header, which checks the whole input, is read before the transaction begins; on SQLite other writers wait while the objects
    /// stream, so that a reader must not wait for the network between them.</summary>
    /// <param name="reader">The capture; it is read on another thread, and the caller disposes of it.</param>
    /// <param name="sourceName">File name or address, for people.</param>
    /// <param name="progress">Told about every few hundred objects, by one thread at a time.</param>
    /// <param name="cancellationToken">Cancels and leaves nothing behind.</param>
    /// <exception cref="InventoryFormatException">The input cannot be read; nothing was stored.</exception>
    public async Task<CaptureResult> ImportAsync(
        IInventoryReader reader, string sourceName, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var header = await reader.ReadHeaderAsync(cancellationToken);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = time.Now();
        var pool = await PoolRows.RaiseAsync(context, header, reader.Source, now, cancellationToken);
        var first = !await context.Set<ObjectRow>().AnyAsync(row => row.Pool == pool.Key, cancellationToken);
        var capture = new CaptureRow
        {
            Pool = pool.Key,
            PoolName = header.PoolName,
            Revision = pool.Revision,
            At = now,
            Source = reader.Source,
            SourceName = sourceName,
            ProductVersion = header.ProductVersion,
            SchemaVersion = header.SchemaVersion,
            First = first,
            Warnings = RecordJson.Write(header.Warnings),
        };
        var result = await new InventoryImport(context, transaction, header, progress).RunAsync(pool, capture, reader, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Applies what a live pool reported. When nothing differs from what is stored, the revision stays.</summary>
    /// <exception cref="KeyNotFoundException">The pool was never imported.</exception>
    /// <exception cref="ArgumentException">An object is of another pool.</exception>
    public async Task<BatchResult> ApplyAsync(InventoryBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Changed.FirstOrDefault(item => item.Pool != batch.Pool) is { } stray)
        {
            throw new ArgumentException($"A batch of pool {batch.Pool} holds an object of {stray.Pool}.", nameof(batch));
        }

        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var pool = await PoolRows.RaiseAsync(context, batch.Pool, cancellationToken) ?? throw new KeyNotFoundException($"Pool {batch.Pool} was never imported.");
        await using var objects = new ObjectTable(context, transaction, pool.Key);
        var merge = new ObjectMerge(objects);
        var changes = new List<ObjectChange>();
        foreach (var chunk in batch.Changed.Reverse().DistinctBy(InventoryObjects.KeyOf).Reverse().Chunk(ChunkSize))
        {
            changes.AddRange(await merge.MergeAsync([.. chunk.Select(ObservedObject.Of)], cancellationToken));
        }

        changes.AddRange(await merge.RemoveAsync(batch.Gone, cancellationToken));
        if (changes.Count == 0)
        {
            return new BatchResult(pool.Revision - 1, changes);
        }

        await PoolRows.AppliedAsync(context, pool, batch, changes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new BatchResult(pool.Revision, changes);
    }

    /// <summary>Everything known of a pool now, read in one statement and so of one revision; null when it was never imported.</summary>
    public async Task<InventorySnapshot?> LoadAsync(PoolId pool, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = from row in context.Set<PoolRow>()
                   where row.Uuid == pool.Uuid
                   join item in context.Set<ObjectRow>() on row.Key equals item.Pool
                   select new { row.Revision, row.CapturedAt, item.Class, item.Document };
        var builder = new SnapshotBuilder();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            builder.Add(row.Revision, row.CapturedAt, ObjectDocument.Read(row.Class, row.Document));
        }

        return builder.Build();
    }

    /// <summary>The pools that are stored, by uuid.</summary>
    public async Task<IReadOnlyList<StoredPool>> PoolsAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<PoolRow>().AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Uuid, StringComparer.Ordinal)
                .Select(row => new StoredPool(new PoolId(row.Uuid), row.Name, row.ProductVersion, row.Source, row.Revision, row.CapturedAt, row.ObjectCount)),
        ];
    }

    /// <summary>Captures of a pool, newest first.</summary>
    public async Task<IReadOnlyList<Capture>> CapturesAsync(PoolId pool, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from row in context.Set<PoolRow>()
            where row.Uuid == pool.Uuid
            join capture in context.Set<CaptureRow>() on row.Key equals capture.Pool
            orderby capture.Id descending
            select capture).AsNoTracking().Skip(skip).Take(take).ToListAsync(cancellationToken);
        return [.. rows.Select(row => CaptureRecords.ToRecord(row, pool))];
    }

    /// <summary>Changes that a capture found. A pool's first capture has none: everything in it is new.</summary>
    public async Task<ChangePage> ChangesAsync(CaptureId capture, ChangeFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var text = filter.Text;
        var lower = text?.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // becomes the database's lower(); SQLite's knows ASCII only, so the text as given is looked for too
        var matching = context.Set<ChangeRow>().AsNoTracking()
            .Where(row => row.Capture == capture.Value)
            .Where(row => filter.Kind == null || row.Kind == filter.Kind)
            .Where(row => filter.Class == null || row.Class == filter.Class)
            .Where(row => text == null || row.Name.Contains(text) || row.Name.ToLower().Contains(lower!) || row.Uuid.ToLower().Contains(lower!));
#pragma warning restore CA1304, CA1311, CA1862
        var total = await matching.CountAsync(cancellationToken);
        var rows = await matching.OrderBy(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new ChangePage(total, [.. rows.Select(CaptureRecords.ToRecord)]);
    }

    /// <summary>Removes a pool's objects and history; false when it was not stored.</summary>
    public async Task<bool> RemovePoolAsync(PoolId pool, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<PoolRow>().Where(row => row.Uuid == pool.Uuid).ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
