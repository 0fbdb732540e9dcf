namespace Relocation.Core.Inventory;

/// <summary>Carries a snapshot forward by what a pool reported since.</summary>
public static class InventorySnapshotUpdate
{
    /// <summary>The snapshot after the batch. Lists that the batch does not touch are shared with the old one.</summary>
    /// <param name="snapshot">The facts before.</param>
    /// <param name="batch">What changed since.</param>
    /// <param name="revision">Revision of the facts after.</param>
    /// <exception cref="ArgumentException">The batch is of another pool.</exception>
    public static InventorySnapshot After(InventorySnapshot snapshot, InventoryBatch batch, long revision)
    {
        if (batch.Pool != snapshot.Pool.Id)
        {
            throw new ArgumentException($"A batch of pool {batch.Pool} cannot follow a snapshot of {snapshot.Pool.Id}.", nameof(batch));
        }

        var gone = batch.Gone.ToHashSet();
        return snapshot with
        {
            Revision = revision,
            CapturedAt = batch.At,
            Pool = batch.Changed.OfType<Pool>().LastOrDefault() ?? snapshot.Pool,
            Hosts = Merge(snapshot.Hosts, batch, gone),
            StorageRepositories = Merge(snapshot.StorageRepositories, batch, gone),
            Pbds = Merge(snapshot.Pbds, batch, gone),
            Vdis = Merge(snapshot.Vdis, batch, gone),
            Vms = Merge(snapshot.Vms, batch, gone),
            Vbds = Merge(snapshot.Vbds, batch, gone),
            Vifs = Merge(snapshot.Vifs, batch, gone),
            Pifs = Merge(snapshot.Pifs, batch, gone),
            Networks = Merge(snapshot.Networks, batch, gone),
            Bonds = Merge(snapshot.Bonds, batch, gone),
            Vlans = Merge(snapshot.Vlans, batch, gone),
            Appliances = Merge(snapshot.Appliances, batch, gone),
            Pcis = Merge(snapshot.Pcis, batch, gone),
            Pgpus = Merge(snapshot.Pgpus, batch, gone),
            Vgpus = Merge(snapshot.Vgpus, batch, gone),
            Pusbs = Merge(snapshot.Pusbs, batch, gone),
        };
    }

    private static IReadOnlyList<T> Merge<T>(IReadOnlyList<T> before, InventoryBatch batch, HashSet<ObjectKey> gone)
        where T : InventoryObject
    {
        var changed = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in batch.Changed.OfType<T>())
        {
            changed[item.Uuid] = item;
        }

        if (changed.Count == 0 && (gone.Count == 0 || !before.Any(item => gone.Contains(InventoryObjects.KeyOf(item)))))
        {
            return before;
        }

        var kept = before.Where(item => !changed.ContainsKey(item.Uuid) && !gone.Contains(InventoryObjects.KeyOf(item)));
        return [.. kept.Concat(changed.Values).OrderBy(item => item.Uuid, StringComparer.Ordinal)];
    }
}
