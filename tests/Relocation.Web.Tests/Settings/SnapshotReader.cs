using System.Runtime.CompilerServices;
using Relocation.Core.Inventory;

namespace Relocation.Web.Tests.Settings;

/// <summary>Reads a snapshot as if it were a database file.</summary>
internal sealed class SnapshotReader(InventorySnapshot snapshot) : IInventoryReader
{
    public CaptureSource Source => CaptureSource.DatabaseFile;

    public Task<InventoryHeader> ReadHeaderAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new InventoryHeader(snapshot.Pool.Id, snapshot.Pool.Name, "8.4.0", "5.787", Objects().Count(), ["a column was unknown"]));

    public async IAsyncEnumerable<InventoryObject> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var item in Objects())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<InventoryObject> Objects() =>
    [
        snapshot.Pool, .. snapshot.Hosts, .. snapshot.StorageRepositories, .. snapshot.Pbds, .. snapshot.Vdis, .. snapshot.Vms, .. snapshot.Vbds,
        .. snapshot.Vifs, .. snapshot.Pifs, .. snapshot.Networks, .. snapshot.Bonds, .. snapshot.Vlans,
    ];
}
