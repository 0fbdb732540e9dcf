using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>Reads and serialises on one thread while another stores: of a large import this takes nearly half the time. A few chunks wait
/// between the two, never more.</summary>
internal static class ObservedObjects
{
    /// <summary>Longest uuid that is taken; real ones have at most 38 characters, and PostgreSQL's index takes no more than some 2,700 bytes.</summary>
    private const int LongestUuid = 200;

    private const int WaitingChunks = 4;

    /// <summary>The reader's objects in chunks.</summary>
    /// <exception cref="InventoryFormatException">An object cannot be stored.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<ObservedObject>> ReadAsync(
        IInventoryReader reader, InventoryHeader header, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<IReadOnlyList<ObservedObject>>(new BoundedChannelOptions(WaitingChunks) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var producing = Task.Run(() => ProduceAsync(reader, header, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return chunk;
            }
        }
        finally
        {
            // The caller disposes of the reader when this returns: nobody may still be reading then.
            await stop.CancelAsync();
            await producing;
        }
    }

    private static async Task ProduceAsync(
        IInventoryReader reader, InventoryHeader header, ChannelWriter<IReadOnlyList<ObservedObject>> writer, CancellationToken cancellationToken)
    {
        try
        {
            var chunk = new List<ObservedObject>(InventoryStore.ChunkSize);
            await foreach (var item in reader.ReadObjectsAsync(cancellationToken).WithCancellation(cancellationToken))
            {
                RequireStorable(item, header);
                chunk.Add(ObservedObject.Of(item));
                if (chunk.Count == InventoryStore.ChunkSize)
                {
                    await writer.WriteAsync(chunk, cancellationToken);
                    chunk = new List<ObservedObject>(InventoryStore.ChunkSize);
                }
            }

            await writer.WriteAsync(chunk, cancellationToken);
            writer.Complete();
        }
        catch (Exception error)
        {
            writer.Complete(error); // thrown to whoever reads the channel
        }
    }

    private static void RequireStorable(InventoryObject item, InventoryHeader header)
    {
        if (item.Pool != header.Pool)
        {
            throw new ArgumentException($"The reader announced pool {header.Pool} and sent an object of {item.Pool}.");
        }

        if (item.Uuid.Length is 0 or > LongestUuid || item.Uuid.Contains('\0'))
        {
            throw new InventoryFormatException("uuid-unusable", header.PoolName, 0, 0, $"An object of class {InventoryObjects.ClassOf(item)} has an empty or overlong uuid.");
        }
    }
}
