using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations;

/// <summary>
/// Notes an operation at a VM while it runs. Where another one runs, it tries again after growing pauses, for two hours, as the toolstack does
/// (ocaml/xapi/helpers.ml, retry_with_global_lock).
/// </summary>
internal sealed class VmLock(WorldEngine engine, PoolDatabase database, XapiObject vm, string operation, string task)
{
    /// <summary>False where force lets immobile and driverless guests pass.</summary>
    public bool IsStrict { get; init; } = true;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Runs a course with the operation noted.</summary>
    public IEnumerable<WorldWait> Around(Func<IEnumerable<WorldWait>> course)
    {
        var began = engine.Timeline.Now;
        var pause = 1.0;
        while (VmLifecycle.Refusal(database, vm, operation, IsStrict) is { } refusal)
        {
            if (refusal.Code != "OTHER_OPERATION_IN_PROGRESS" || engine.Timeline.Now - began > Patience)
            {
                throw refusal;
            }
            yield return WorldWait.For(engine.Timeline, TimeSpan.FromSeconds(pause));
            pause = Math.Min(20, pause * 2);
        }
        if (vm.IsGone)
        {
            throw new XapiException("HANDLE_INVALID", "VM", vm.Ref);
        }
        database.SetKey(vm, "current_operations", task, operation);
        try
        {
            foreach (var wait in course())
            {
                yield return wait;
            }
        }
        finally
        {
            database.RemoveKey(vm, "current_operations", task);
        }
    }
}
