using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Faults;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>One VM.pool_migrate: memory moves, disks stay on a store that both hosts see.</summary>
internal sealed class PoolMoveCall(SimulatedWorld world, XapiCall call) : IMigrationWitness
{
    private readonly WorldEngine engine = world.Engine;
    private XapiObject vm = null!;
    private XapiObject host = null!;

    /// <summary>Runs it to its end.</summary>
    public Task<XapiValue> RunAsync() => RunAsync(call.Row("vm"), call.Row("host"), call.Map("options").Texts);

    /// <summary>Moves one VM to its end.</summary>
    public async Task<XapiValue> RunAsync(XapiObject moved, XapiObject to, IReadOnlyDictionary<string, string> options)
    {
        vm = moved;
        host = to;
        engine.Do(() => PoolMigrationChecks.AssertBefore(call.Database, vm, host, options));
        var isForced = options.GetValueOrDefault("force") == "true";
        var course = new VmLock(engine, call.Database, vm, "pool_migrate", call.Task.Ref) { IsStrict = !isForced }.Around(() => Steps(options));
        return await engine.RunAsync(course, () => XapiValue.Void, call.Task.Cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public WorldWait? Enter(MigrationStep step, int disk)
    {
        if (engine.Faults.Take(step, disk, vm.Uuid) is { Kind: StepFaultKind.Fail } fault)
        {
            throw new XapiException(fault.Error[0], [.. fault.Error.Skip(1)]);
        }
        if (step == MigrationStep.Resume)
        {
            call.Database.Set(vm, "resident_on", host.Ref);
            call.Database.Set(vm, "scheduled_to_be_resident_on", XapiValue.Null);
        }
        return null;
    }

    /// <inheritdoc/>
    public void Progress(double fraction) => call.Task.Report(fraction);

    private IEnumerable<WorldWait> Steps(IReadOnlyDictionary<string, string> options)
    {
        PoolMigrationChecks.AssertAfter(call.Database, vm, host, options);
        var sender = call.Database.Require("host", vm.Text("resident_on"));
        var request = new MigrationRequest(
            call.Database, vm, XapiMap.Empty, new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>(), options);
        var plan = new MovePlan(request, call.Pool, call.Pool, sender, host, []);
        var truth = new MigrationTruth { VmUuid = vm.Uuid, Source = call.Pool.Name, Destination = call.Pool.Name, Began = engine.Timeline.Now };
        var active = new ActiveMigration(truth, sender.Uuid, host.Uuid, call.Task.Ref, IsStorage: false);
        engine.Began(active);
        call.Database.Set(vm, "scheduled_to_be_resident_on", host.Ref);
        var hasArrived = false;
        try
        {
            foreach (var wait in new MigrationCourse(engine.Timeline, engine.Network, engine.TimingsNow()).Run(plan.Guest(engine), this, truth))
            {
                yield return wait;
            }
            hasArrived = true;
        }
        finally
        {
            call.Database.Set(vm, "scheduled_to_be_resident_on", XapiValue.Null);
            engine.Ended(active, hasArrived ? "success" : "failure");
        }
    }
}
