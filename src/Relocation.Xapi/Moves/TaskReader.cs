using System.Text.Json;
using Relocation.Core.Hypervisors;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>Finds a move's tasks: by our tag, and by the VM's current operations for a task that lost its tag to a crash.</summary>
internal static class TaskReader
{
    /// <summary>Every task of the pool by reference.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> AllAsync(PoolLink pool, CancellationToken cancellationToken)
    {
        var records = await pool.ReadAsync("task.get_all_records", [], cancellationToken);
        return records.EnumerateObject().ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);
    }

    /// <summary>The tasks of the move among them, newest first.</summary>
    public static async Task<IReadOnlyList<MigrationTask>> OfAsync(
        MoveOrder order,
        IReadOnlyDictionary<string, JsonElement> all,
        VmReading? vm,
        IReadOnlyList<PoolLink> pools,
        CancellationToken cancellationToken)
    {
        var found = all.Where(task => task.Value.Map("other_config").GetValueOrDefault(MoveMarks.Move) == order.Move.ToString()).ToDictionary(StringComparer.Ordinal);
        foreach (var reference in vm is null ? [] : MigrationsHeldBy(vm.Record))
        {
            if (all.TryGetValue(reference, out var known))
            {
                found[reference] = known;
            }
            else if (await pools[0].FindRecordAsync("task", reference, cancellationToken) is { } begunMeanwhile)
            {
                found[reference] = begunMeanwhile;
            }
        }

        var tasks = await Task.WhenAll(found.Values.Select(record => TaskAsync(record, pools, cancellationToken)));
        return [.. tasks.OrderByDescending(task => task.Created).ThenBy(task => task.Id.Uuid, StringComparer.Ordinal)];
    }

    /// <summary>References of the tasks that the VM says are migrating it.</summary>
    public static IEnumerable<string> MigrationsHeldBy(JsonElement vm) =>
        vm.Map("current_operations").Where(operation => operation.Value is "migrate_send" or "pool_migrate").Select(operation => operation.Key);

    /// <summary>A task's record in the product's words.</summary>
    public static async Task<MigrationTask> TaskAsync(JsonElement record, IReadOnlyList<PoolLink> pools, CancellationToken cancellationToken)
    {
        var error = record.Texts("error_info");
        return new MigrationTask(
            new MigrationTaskId(record.Text("uuid")),
            StatusOf(record.Text("status")),
            record.Fraction("progress"),
            record.Instant("created") ?? DateTimeOffset.UnixEpoch,
            record.Instant("finished"),
            error.Count == 0 ? null : await PoolFailures.TranslateAsync(new XapiFailure(error[0], [.. error.Skip(1)]), pools, cancellationToken));
    }

    private static MigrationTaskStatus StatusOf(string status) => status switch
    {
        "success" => MigrationTaskStatus.Success,
        "failure" => MigrationTaskStatus.Failure,
        "cancelling" => MigrationTaskStatus.Cancelling,
        "cancelled" => MigrationTaskStatus.Cancelled,
        "pending" => MigrationTaskStatus.Pending,
        _ => throw new XapiUnreachableException($"A task is in the state \"{status}\", which XAPI does not have.", mayHaveActed: false),
    };
}
