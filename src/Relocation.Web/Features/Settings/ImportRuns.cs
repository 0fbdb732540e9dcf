using System.Collections.Immutable;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Settings;

/// <summary>The imports of this process, so that a page that is reloaded, or a second one, shows them too. Once a file has arrived, its import
/// no longer depends on the page that gave it.</summary>
public sealed class ImportRuns(ImportWork work, TimeProvider time, ILogger<ImportRuns> log)
{
    private const int Remembered = 20;
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, CancellationTokenSource> stops = [];
    private ImmutableList<ImportRun> runs = [];

    /// <summary>Raised when an import moved on; handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The imports, the newest first.</summary>
    public IReadOnlyList<ImportRun> All => Volatile.Read(ref runs);

    /// <summary>Begins an import. The task ends with it, and never fails.</summary>
    public (ImportRun Run, Task Ended) Start(Actor actor, Stream content, string name, long size)
    {
        var run = new ImportRun(Guid.CreateVersion7(), actor.Name, name, size, 0, null, time.GetUtcNow());
        var stop = new CancellationTokenSource();
        lock (gate)
        {
            stops[run.Id] = stop;
            runs = [run, .. runs.Take(Remembered - 1)];
        }

        Changed?.Invoke();
        return (run, RunAsync(actor, content, run, stop));
    }

    /// <summary>Asks an import to stop; one that has ended is left as it is.</summary>
    public void Cancel(Guid id)
    {
        CancellationTokenSource? stop;
        lock (gate)
        {
            stop = stops.GetValueOrDefault(id);
        }

        stop?.Cancel();
    }

    private async Task RunAsync(Actor actor, Stream content, ImportRun run, CancellationTokenSource stop)
    {
        await Task.Yield();
        try
        {
            await using var counted = new CountedStream(content, received => Update(run.Id, now => now with { Received = received }));
            var progress = new ImportSteps(stored => Update(run.Id, now => now with { Received = now.Size, Stored = stored }));
            var result = await work(actor, counted, run.Name, progress, stop.Token);
            End(run.Id, now => now with { Result = result });
        }
        catch (OperationCanceledException)
        {
            End(run.Id, now => now with { Cancelled = true });
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Import of {File} failed", run.Name);
            End(run.Id, now => now with { Result = new ImportOutcome(null, ActionOutcome.Refused("import-failed", ("name", run.Name), ("message", failure.Message))) });
        }
    }

    private void End(Guid id, Func<ImportRun, ImportRun> how)
    {
        lock (gate)
        {
            if (stops.Remove(id, out var stop))
            {
                stop.Dispose();
            }
        }

        Update(id, now => how(now) with { EndedAt = time.GetUtcNow() });
    }

    private void Update(Guid id, Func<ImportRun, ImportRun> how)
    {
        lock (gate)
        {
            var index = runs.FindIndex(run => run.Id == id);
            if (index >= 0)
            {
                runs = runs.SetItem(index, how(runs[index]));
            }
        }

        Changed?.Invoke();
    }
}
