using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Relocation.Xapi.Databases;

/// <summary>
/// Lets rows be kept on a second processor while the parser goes on. Rows are kept in the order of the file, and an error of keeping
/// wins over what the parser meets later, so that the outcome is the same as on one thread. A file of a few rows starts no thread.
/// </summary>
internal sealed class RowPipeline(RowKeeper keeper) : IDisposable
{
    private const int BatchRows = 256;
    private const int BatchCharacters = 256 * 1024;
    private const int BatchesWaiting = 4;

    private readonly BlockingCollection<List<TakenRow>> waiting = new(BatchesWaiting);
    private List<TakenRow> batch = [];
    private int characters;
    private Thread? worker;
    private volatile ExceptionDispatchInfo? failure;

    /// <summary>Takes one row.</summary>
    public void Add(TakenRow row)
    {
        batch.Add(row);
        characters += row.Characters;
        if (batch.Count < BatchRows && characters < BatchCharacters)
        {
            return;
        }

        failure?.Throw();
        if (worker is null)
        {
            worker = new Thread(KeepAll) { IsBackground = true, Name = "Import of rows" };
            worker.Start();
        }

        waiting.Add(batch);
        (batch, characters) = ([], 0);
    }

    /// <summary>Waits until every row is kept.</summary>
    /// <exception cref="Relocation.Core.Inventory.InventoryFormatException">A row cannot be kept.</exception>
    public void Complete()
    {
        Stop();
        failure?.Throw();
        batch.ForEach(keeper.Keep);
        batch = [];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Stop();
        waiting.Dispose();
    }

    private void Stop()
    {
        if (!waiting.IsAddingCompleted)
        {
            waiting.CompleteAdding();
        }

        worker?.Join();
        worker = null;
    }

    /// <summary>After a failure the rest is taken and dropped, so that the parser never waits for a full queue.</summary>
    private void KeepAll()
    {
        foreach (var rows in waiting.GetConsumingEnumerable())
        {
            try
            {
                if (failure is null)
                {
                    rows.ForEach(keeper.Keep);
                }
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        }
    }
}
