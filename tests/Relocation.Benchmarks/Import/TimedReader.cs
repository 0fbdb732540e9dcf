using System.Diagnostics;
using System.Runtime.CompilerServices;
using Relocation.Core.Inventory;

namespace Relocation.Benchmarks.Import;

/// <summary>Passes objects on and keeps the time that reading them took, so that what remains of an import is the store's.</summary>
internal sealed class TimedReader(IInventoryReader inner) : IInventoryReader
{
    private readonly Stopwatch reading = new();

    public CaptureSource Source => inner.Source;

    public double ReadingSeconds => reading.Elapsed.TotalSeconds;

    public async Task<InventoryHeader> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        reading.Start();
        var header = await inner.ReadHeaderAsync(cancellationToken);
        reading.Stop();
        return header;
    }

    public async IAsyncEnumerable<InventoryObject> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var objects = inner.ReadObjectsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            reading.Start();
            var more = await objects.MoveNextAsync();
            reading.Stop();
            if (!more)
            {
                yield break;
            }

            yield return objects.Current;
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
