using Relocation.Core.Inventory;
using Relocation.Data.Connections;
using Relocation.Data.Inventory;
using Relocation.Web.Features.Inventory;
using Relocation.Xapi.Live;

namespace Relocation.Web.Features.Settings;

/// <summary>Stores what a watched pool tells and publishes it to the pages.</summary>
public sealed class PoolFollower(InventoryStore store, InventoryRefresh refresh, CurrentInventory inventory, ConnectionStore connections, ILogger<PoolFollower> log)
{
    /// <summary>Runs the watch until cancelled. A failure to store ends it with a log line; whoever keeps the watches starts it again.</summary>
    public async Task RunAsync(PoolWatch watch, PoolConnection connection, Action<PoolConnectionState> onState, CancellationToken cancellationToken)
    {
        try
        {
            await watch.RunAsync((reader, token) => CaptureAsync(reader, connection, token), ApplyAsync, onState, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogDebug("The watch of {Address} was stopped", connection.Address);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "What {Address} told could not be stored; the watch will start again", connection.Address);
        }
    }

    private async Task CaptureAsync(IInventoryReader reader, PoolConnection connection, CancellationToken cancellationToken)
    {
        var result = await store.ImportAsync(reader, connection.Address.Authority, null, cancellationToken);
        if (connection.Pool != result.Capture.Pool)
        {
            await connections.SetPoolAsync(connection.Id, result.Capture.Pool, cancellationToken);
        }

        await refresh.LoadAsync(result.Capture.Pool, cancellationToken);
    }

    private async Task ApplyAsync(InventoryBatch batch, CancellationToken cancellationToken)
    {
        var result = await store.ApplyAsync(batch, cancellationToken);
        if (result.Changes.Count > 0 && inventory.Set[batch.Pool] is { } view)
        {
            inventory.Publish(new InventoryView(InventorySnapshotUpdate.After(view.Snapshot, batch, result.Revision)));
        }
    }
}
