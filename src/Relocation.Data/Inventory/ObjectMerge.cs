using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>Brings stored objects to what was observed, chunk by chunk, and tells what that changed. Of each object seen only its row id is
/// kept, so that memory does not grow with what the objects hold.</summary>
internal sealed class ObjectMerge(ObjectTable objects)
{
    private readonly HashSet<long> seen = [];

    /// <summary>Stores a chunk; only objects that differ are written.</summary>
    public async Task<IReadOnlyList<ObjectChange>> MergeAsync(IReadOnlyList<ObservedObject> chunk, CancellationToken cancellationToken)
    {
        var stored = await objects.FindAsync(chunk.Select(observed => observed.Document.Key), cancellationToken);
        seen.UnionWith(stored.Values.Select(row => row.Id));
        var differing = chunk.Select(observed => observed.Document)
            .Where(document => stored.TryGetValue(document.Key, out var row) && !row.Hash.AsSpan().SequenceEqual(document.Hash))
            .Select(document => stored[document.Key].Id).ToList();
        var before = await objects.ReadAsync(differing, cancellationToken);
        var changes = new List<ObjectChange>();
        foreach (var (item, document) in chunk)
        {
            InventoryObject? older = null;
            if (!stored.TryGetValue(document.Key, out var row))
            {
                await objects.InsertAsync(document, cancellationToken);
            }
            else if (before.TryGetValue(row.Id, out older))
            {
                await objects.UpdateAsync(row.Id, document, cancellationToken);
            }
            else
            {
                continue;
            }

            // Null when only the form of the document differs, such as the order of a dictionary's keys.
            if (InventoryDiff.Between(older, item) is { } change)
            {
                changes.Add(change);
            }
        }

        await objects.FlushAsync(cancellationToken);
        return changes;
    }

    /// <summary>Removes every object that no chunk held, of those that were stored before the first chunk.</summary>
    /// <param name="newest">Id of the newest row then.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<ObjectChange>> RemoveUnseenAsync(long newest, CancellationToken cancellationToken)
    {
        var gone = new List<(long Id, ObjectChange Change)>();
        await foreach (var (id, key, name) in objects.UpToAsync(newest).WithCancellation(cancellationToken))
        {
            if (!seen.Contains(id))
            {
                gone.Add((id, new ObjectChange(ChangeKind.Gone, key, name, [])));
            }
        }

        return await RemoveAsync(gone, cancellationToken);
    }

    /// <summary>Removes these objects as far as they are stored.</summary>
    public async Task<IReadOnlyList<ObjectChange>> RemoveAsync(IEnumerable<ObjectKey> keys, CancellationToken cancellationToken)
    {
        var changes = new List<ObjectChange>();
        foreach (var chunk in keys.Chunk(InventoryStore.ChunkSize))
        {
            var stored = await objects.FindAsync(chunk, cancellationToken);
            var older = await objects.ReadAsync([.. stored.Values.Select(row => row.Id)], cancellationToken);
            changes.AddRange(await RemoveAsync(
                [.. chunk.Distinct().Where(stored.ContainsKey).Select(key => (stored[key].Id, InventoryDiff.Between(older[stored[key].Id], null)!))], cancellationToken));
        }

        return changes;
    }

    private async Task<IReadOnlyList<ObjectChange>> RemoveAsync(List<(long Id, ObjectChange Change)> gone, CancellationToken cancellationToken)
    {
        foreach (var chunk in gone.Chunk(InventoryStore.ChunkSize))
        {
            await objects.DeleteAsync([.. chunk.Select(item => item.Id)], cancellationToken);
        }

        return [.. gone.Select(item => item.Change)];
    }
}
