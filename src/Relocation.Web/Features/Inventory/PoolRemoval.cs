using Relocation.Core.Inventory;
using Relocation.Data.Audit;
using Relocation.Data.Connections;
using Relocation.Data.Inventory;
using Relocation.Web.Access;

namespace Relocation.Web.Features.Inventory;

/// <summary>Forgets a pool's inventory. A pool that is still watched is refused: it would come back at once.</summary>
public sealed class PoolRemoval(InventoryStore store, ConnectionStore connections, CurrentInventory inventory, AuditLog audit)
{
    /// <summary>Removes it.</summary>
    public async Task<ActionOutcome> RunAsync(Actor actor, PoolId pool, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Plan))
        {
            return ActionOutcome.Forbidden;
        }

        if (await connections.FindByPoolAsync(pool, cancellationToken) is { Enabled: true } connection)
        {
            return ActionOutcome.Refused("pool-is-watched", ("address", connection.Address.ToString()));
        }

        if (!await store.RemovePoolAsync(pool, cancellationToken))
        {
            return ActionOutcome.Refused("pool-not-found", ("pool", pool.Uuid));
        }

        inventory.Remove(pool);
        await audit.AppendAsync(actor.Name, "inventory.remove", ("pool", pool.Uuid), "done", new Dictionary<string, string>(), cancellationToken);
        return ActionOutcome.Success;
    }
}
