using System.Runtime.CompilerServices;
using Relocation.Core.Inventory;

namespace Relocation.Data.Tests.Inventory;

/// <summary>A reader of objects that are already here; it may break off or be told to act in the middle.</summary>
internal sealed class ListReader(IReadOnlyList<InventoryObject> objects) : IInventoryReader
{
    /// <summary>Runs before the object with this index is handed over.</summary>
    public (int Index, Action Do)? Before { get; init; }

    public CaptureSource Source { get; init; } = CaptureSource.DatabaseFile;

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public Task<InventoryHeader> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var pool = objects[0].Pool;
        return Task.FromResult(new InventoryHeader(pool, "北京 north", "6.1.0", "5.63", objects.Count, Warnings));
    }

    public async IAsyncEnumerable<InventoryObject> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var index = 0; index < objects.Count; index++)
        {
            if (Before is { } before && before.Index == index)
            {
                before.Do();
            }

            cancellationToken.ThrowIfCancellationRequested();
            yield return objects[index];
        }

        await Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
