namespace Relocation.Core.Inventory;

/// <summary>One capture of a pool, read as a stream: a database file, or the objects a live pool sent.</summary>
public interface IInventoryReader : IAsyncDisposable
{
    /// <summary>Where the capture comes from.</summary>
    CaptureSource Source { get; }

    /// <summary>Checks the whole input and tells what will come. Nothing may be stored before it has returned.</summary>
    /// <exception cref="InventoryFormatException">The input is not a readable pool database.</exception>
    Task<InventoryHeader> ReadHeaderAsync(CancellationToken cancellationToken);

    /// <summary>The objects, pool and hosts first, then by class and uuid as read. References are resolved to uuids.</summary>
    IAsyncEnumerable<InventoryObject> ReadObjectsAsync(CancellationToken cancellationToken);
}
