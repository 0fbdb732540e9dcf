using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>The inventory as it is known now, for all pages and actions of this process. Whoever stores a change publishes the new view here.</summary>
public sealed class CurrentInventory
{
    private readonly Lock gate = new();
    private InventorySet set = InventorySet.Empty;

    /// <summary>Raised after a change, with the pool concerned. Handlers must be quick: pages schedule a render and return.</summary>
    public event Action<PoolId>? Changed;

    /// <summary>The views of all pools, immutable: keep the reference for as long as one consistent picture is needed.</summary>
    public InventorySet Set => Volatile.Read(ref set);

    /// <summary>Puts a newer view in place; an older revision than the present one is ignored, so that a late loader cannot turn time back.</summary>
    public void Publish(InventoryView view)
    {
        var pool = view.Snapshot.Pool.Id;
        lock (gate)
        {
            if (set[pool] is { } present && present.Snapshot.Revision > view.Snapshot.Revision)
            {
                return;
            }

            Volatile.Write(ref set, set.With(view));
        }

        Changed?.Invoke(pool);
    }

    /// <summary>Forgets a pool.</summary>
    public void Remove(PoolId pool)
    {
        lock (gate)
        {
            Volatile.Write(ref set, set.Without(pool));
        }

        Changed?.Invoke(pool);
    }
}
