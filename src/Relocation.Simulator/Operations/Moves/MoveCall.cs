using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>One VM.migrate_send: its phases from the lock to the last clean-up.</summary>
internal sealed class MoveCall(SimulatedWorld world, XapiCall call)
{
    // Constant in the toolstack (ocaml/xapi/xapi_vm_migrate.ml, max_migrations).
    private const int MostAtOnce = 3;

    private readonly WorldEngine engine = world.Engine;
    private readonly TaskCompletionSource<XapiValue> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MoveRun? run;
    private Func<XapiValue> outcome = () => XapiValue.Void;

    /// <summary>What a call's parameters ask.</summary>
    public static MigrationRequest RequestOf(XapiCall call) => new(
        call.Database, call.Row("vm"), call.Map("dest"), call.Map("vdi_map").Texts, call.Map("vif_map").Texts, call.Map("vgpu_map").Texts, call.Map("options").Texts);

    /// <summary>The pool a token leads to.</summary>
    /// <exception cref="XapiException">It cannot be reached, or does not know the session.</exception>
    public static SimulatedPool FindDestination(SimulatedWorld world, XapiMap token)
    {
        var address = Uri.TryCreate(token.FindText("master"), UriKind.Absolute, out var master) ? master.Host : "";
        if (!world.Pools.Any(pool => Knows(pool, address)))
        {
            throw XapiException.Internal("Connection failed: no route to host.");
        }
        var session = token.FindText("session_id") ?? "";
        return world.FindPoolOfSession(session) ?? throw new XapiException("SESSION_INVALID", session);
    }

    /// <summary>Runs it to its end.</summary>
    public Task<XapiValue> RunAsync() => RunAsync(RequestOf(call), () => run!.Result);

    /// <summary>Runs the move of one disk of a VM within its pool: VDI.pool_migrate.</summary>
    public Task<XapiValue> RunDiskAsync(XapiObject vm, XapiObject vdi, XapiObject store)
    {
        var map = VmParts.Disks(call.Database, vm).ToDictionary(disk => disk.Ref, disk => disk.Ref == vdi.Ref ? store.Ref : disk.Text("SR"), StringComparer.Ordinal);
        var host = call.Database.Find("host", vm.Text("resident_on")) ?? call.Pool.Coordinator;
        var token = XapiMap.OfTexts(new Dictionary<string, string> { ["host"] = host.Ref, ["session_id"] = "", ["master"] = "" });
        var none = new Dictionary<string, string>();
        var request = new MigrationRequest(call.Database, vm, token, map, none, none, none);
        return RunAsync(request, () => run!.DiskResult(vdi));
    }

    private async Task<XapiValue> RunAsync(MigrationRequest request, Func<XapiValue> result)
    {
        outcome = result;
        var process = engine.Do(() =>
        {
            if (call.Task.Row is { } row)
            {
                call.Database.Set(row, "allowed_operations", XapiSet.OfTexts(["cancel"]));
            }
            var course = new VmLock(engine, call.Database, request.Vm, "migrate_send", call.Task.Ref).Around(() => Steps(request));
            var started = WorldProcess.Start(course, Ended);
            if (run is not null)
            {
                run.Active.Process = started;
            }
            return started;
        });
        await using var registration = call.Task.Cancellation.Register(() => engine.Do(() =>
        {
            if (run is not { IsPastReturn: true })
            {
                process.Interrupt(new OperationCanceledException(call.Task.Cancellation));
            }
        }));
        return await completion.Task.ConfigureAwait(false);
    }

    private static bool Knows(SimulatedPool pool, string address) =>
        address is "127.0.0.1" or "localhost" || address == pool.CoordinatorAddress
        || pool.Database.All("host").Any(host => host.Text("address") == address)
        || pool.Database.All("PIF").Any(pif => pif.Text("IP") == address);

    private IEnumerable<WorldWait> Steps(MigrationRequest request)
    {
        MigrationChecks.Assert(request, () => FindDestination(world, request.Token).Database);
        var destination = request.IsIntraPool ? call.Pool : FindDestination(world, request.Token);
        var receiver = destination.Database.Require("host", request.HostRef);
        var sender = SenderChoice.Choose(request);
        if (engine.Active.Count(active => active.IsStorage && active.SourceHost == sender.Uuid) >= MostAtOnce)
        {
            throw new XapiException("TOO_MANY_STORAGE_MIGRATES", "3");
        }
        SendChecks.Assert(request, destination.Database, sender);
        var plan = new MovePlan(request, call.Pool, destination, sender, receiver, DiskSet.Of(request, destination.Database));
        var truth = new MigrationTruth { VmUuid = request.Vm.Uuid, Source = call.Pool.Name, Destination = destination.Name, Began = engine.Timeline.Now };
        run = new MoveRun(world, plan, call.Task, new ActiveMigration(truth, sender.Uuid, receiver.Uuid, call.Task.Ref, IsStorage: true));
        engine.Began(run.Active);
        // The process is known to its starter only after its first wait.
        yield return WorldWait.For(engine.Timeline, TimeSpan.Zero);
        foreach (var wait in new MigrationCourse(engine.Timeline, engine.Network, engine.TimingsNow()).Run(plan.Guest(engine), run, truth))
        {
            yield return wait;
        }
    }

    private void Ended(Exception? failure)
    {
        run?.End(failure);
        switch (failure)
        {
            case null:
                completion.TrySetResult(outcome());
                break;
            case OperationCanceledException:
                completion.TrySetCanceled(call.Task.Cancellation);
                break;
            case Faults.ToolstackLostException lost:
                completion.TrySetException(XapiException.Internal(lost.Message));
                break;
            default:
                completion.TrySetException(failure);
                break;
        }
    }
}
