using Relocation.Core.Inventory;
using Relocation.Data.Inventory;

namespace Relocation.Web.Features.Inventory;

/// <summary>Brings stored inventories into <see cref="CurrentInventory"/>: all at start, one after an import.</summary>
public sealed class InventoryRefresh(InventoryStore store, CurrentInventory inventory) : IHostedService
{
    /// <summary>Loads one pool.</summary>
    public async Task LoadAsync(PoolId pool, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(pool, cancellationToken) is { } snapshot)
        {
            inventory.Publish(new InventoryView(snapshot));
        }
    }

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var pool in await store.PoolsAsync(cancellationToken))
        {
            await LoadAsync(pool.Id, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
