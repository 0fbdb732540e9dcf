using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tasks;

/// <summary>What a call runs as. Only an Async call's is a row that clients see.</summary>
public sealed class XapiTask : IDisposable
{
    private static readonly XapiSet Cancellable = XapiSet.OfTexts(["cancel"]);

    private readonly PoolDatabase database;
    private readonly CancellationTokenSource source = new();

    internal XapiTask(PoolDatabase database, string reference, XapiObject? row)
    {
        this.database = database;
        Ref = reference;
        Row = row;
        Cancellation = source.Token;
    }

    /// <summary>What current_operations is keyed by: the row's reference, or a made-up one.</summary>
    public string Ref { get; }

    /// <summary>Whether clients see it.</summary>
    public bool IsRecorded => Row is not null;

    /// <summary>Cancelled when a client cancels the task, or its pool forgets it.</summary>
    public CancellationToken Cancellation { get; }

    internal XapiObject? Row { get; }

    internal bool IsForgotten { get; set; }

    /// <summary>Shows a progress of 0 to 1. It may go down: real tasks' does.</summary>
    public void Report(double progress)
    {
        if (Row is not null)
        {
            database.Set(Row, "progress", progress);
        }
    }

    /// <summary>Shows whether a client may cancel the task now: allowed_operations. A cancel is heard either way.</summary>
    public void AllowCancel(bool isAllowed)
    {
        if (Row is not null)
        {
            database.Set(Row, "allowed_operations", isAllowed ? Cancellable : XapiSet.Empty);
        }
    }

    /// <summary>Notes a fact about the task in its other_config.</summary>
    public void Note(string key, string value)
    {
        if (Row is not null)
        {
            database.SetKey(Row, "other_config", key, value);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    internal void Cancel() => source.Cancel();

    internal void End(string status, double progress, string result, IEnumerable<string> error)
    {
        if (Row is null)
        {
            return;
        }
        database.Atomically(() =>
        {
            database.Set(Row, "status", status);
            database.Set(Row, "progress", progress);
            database.Set(Row, "result", result);
            database.Set(Row, "error_info", XapiSet.OfTexts(error));
            database.Set(Row, "allowed_operations", XapiSet.Empty);
        });
    }
}
