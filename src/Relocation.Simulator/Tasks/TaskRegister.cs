using System.Collections.Concurrent;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tasks;

/// <summary>The tasks of a pool (ocaml/xapi/taskHelper.ml, xapi_task.ml).</summary>
public sealed class TaskRegister(SimulatedPool pool)
{
    private readonly ConcurrentDictionary<string, XapiTask> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> doomed = new(StringComparer.Ordinal);

    /// <summary>A task that clients see, pending.</summary>
    /// <param name="name">Its label: the method with its prefix.</param>
    /// <param name="host">The host that runs it.</param>
    /// <param name="session">Who started it.</param>
    /// <param name="description">Its description.</param>
    public XapiTask Start(string name, XapiObject host, XapiObject? session, string description = "")
    {
        var row = pool.Database.Create("task",
        [
            KeyValuePair.Create("name_label", (XapiValue)name),
            KeyValuePair.Create("name_description", (XapiValue)description),
            KeyValuePair.Create("created", (XapiValue)pool.Clock.Now),
            KeyValuePair.Create("finished", (XapiValue)XapiDate.Epoch),
            KeyValuePair.Create("status", (XapiValue)"pending"),
            KeyValuePair.Create("resident_on", (XapiValue)host.Ref),
            KeyValuePair.Create("type", (XapiValue)"<none/>"),
            KeyValuePair.Create("backtrace", (XapiValue)"()"),
            KeyValuePair.Create("session", (XapiValue)(session?.Ref ?? XapiValue.Null)),
        ]);
        return new XapiTask(pool.Database, row.Ref, row);
    }

    /// <summary>A task that no client sees: a call that is waited for.</summary>
    public XapiTask Unrecorded(string method) =>
        new(pool.Database, $"DummyRef:|{pool.Database.Identifiers.Uuid()}|{method}", null);

    /// <summary>Runs work as a task and ends the task as the work ends. The work runs on, whoever waits.</summary>
    public void Run(XapiTask task, Func<Task<XapiValue>> work, XapiType result)
    {
        running[task.Ref] = task;
        _ = Task.Run(() => RunAsync(task, work, result), CancellationToken.None);
    }

    /// <summary>
    /// Asks a task to stop. A running one notes the request and ends as cancelled when its operation gives way; one that a client
    /// made only notes it.
    /// </summary>
    /// <param name="row">The task.</param>
    /// <param name="by">The reference of the call that asks.</param>
    public void Cancel(XapiObject row, string by)
    {
        if (row.Text("status") is not "pending")
        {
            return;
        }
        pool.Database.SetKey(row, "current_operations", by, "cancel");
        if (running.TryGetValue(row.Ref, out var task))
        {
            task.Cancel();
        }
    }

    /// <summary>Destroys a finished task at once, a running one when it ends.</summary>
    public void Destroy(XapiObject row)
    {
        if (running.ContainsKey(row.Ref))
        {
            doomed[row.Ref] = 0;
            if (running.ContainsKey(row.Ref))
            {
                return;
            }
        }
        pool.Database.Destroy(row);
    }

    /// <summary>Forgets every task; what runs is cancelled.</summary>
    public void Clear()
    {
        foreach (var task in running.Values)
        {
            task.IsForgotten = true;
            task.Cancel();
        }
        pool.Database.Atomically(() =>
        {
            foreach (var row in pool.Database.All("task"))
            {
                pool.Database.Destroy(row);
            }
        });
    }

    private async Task RunAsync(XapiTask task, Func<Task<XapiValue>> work, XapiType result)
    {
        try
        {
            var value = await work().ConfigureAwait(false);
            End(task, "success", TaskResult.Of(result, value), []);
        }
        catch (XapiException fault)
        {
            End(task, "failure", "", fault.Description);
        }
        catch (OperationCanceledException) when (task.Cancellation.IsCancellationRequested)
        {
            End(task, "cancelled", "", []);
        }
        catch (ConnectionDroppedException fault)
        {
            End(task, "failure", "", XapiException.Internal(fault.Message).Description);
        }
        catch (OperationCanceledException fault)
        {
            End(task, "failure", "", XapiException.Internal(fault.Message).Description);
        }
        finally
        {
            running.TryRemove(task.Ref, out _);
            if (doomed.TryRemove(task.Ref, out _))
            {
                pool.Database.Destroy(task.Row!);
            }
        }
    }

    private void End(XapiTask task, string status, string result, IEnumerable<string> error)
    {
        if (task.IsForgotten)
        {
            return;
        }
        pool.Database.Atomically(() =>
        {
            pool.Database.Set(task.Row!, "finished", pool.Clock.Now);
            task.End(status, 1.0, result, error);
        });
    }
}
