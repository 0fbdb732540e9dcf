using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>The present view of every known pool. Immutable: a newer view makes a new set.</summary>
public sealed class InventorySet
{
    /// <summary>No pool.</summary>
    public static readonly InventorySet Empty = new(ImmutableSortedDictionary<string, InventoryView>.Empty.WithComparers(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, InventoryView> views;

    private InventorySet(ImmutableSortedDictionary<string, InventoryView> views) => this.views = views;

    /// <summary>A set of these views; of two views of one pool the later stays.</summary>
    public static InventorySet Of(params IEnumerable<InventoryView> views) => views.Aggregate(Empty, (set, view) => set.With(view));

    /// <summary>The views in order of pool uuid.</summary>
    public IEnumerable<InventoryView> Views => views.Values;

    /// <summary>The pools in order of uuid.</summary>
    public IEnumerable<PoolId> Pools => views.Values.Select(view => view.Snapshot.Pool.Id);

    /// <summary>How many pools are known.</summary>
    public int Count => views.Count;

    /// <summary>The pool's view, or null when its inventory is not known.</summary>
    public InventoryView? this[PoolId pool] => views.GetValueOrDefault(pool.Uuid);

    /// <summary>The set with this view in place of the pool's older one.</summary>
    public InventorySet With(InventoryView view) => new(views.SetItem(view.Snapshot.Pool.Id.Uuid, view));

    /// <summary>The set without the pool.</summary>
    public InventorySet Without(PoolId pool) => new(views.Remove(pool.Uuid));
}
