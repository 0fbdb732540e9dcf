using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Power;

/// <summary>One power operation of a VM.</summary>
internal sealed class PowerCourse(SimulatedWorld world, XapiCall call)
{
    private const double SuspendRate = 150e6;

    private readonly WorldEngine engine = world.Engine;
    private readonly PoolDatabase database = call.Database;

    private XapiObject Vm => call.Row("vm");

    /// <summary>Runs it with the operation noted at the VM.</summary>
    public Task<XapiValue> RunAsync(string operation, Func<PowerCourse, IEnumerable<WorldWait>> course) => RunAsync(Vm, operation, () => course(this));

    /// <summary>Runs it with the operation noted at a VM.</summary>
    public Task<XapiValue> RunAsync(XapiObject vm, string operation, Func<IEnumerable<WorldWait>> course) =>
        engine.RunAsync(new VmLock(engine, database, vm, operation, call.Task.Ref).Around(course), () => XapiValue.Void, call.Task.Cancellation);

    /// <summary>The host the caller asked for.</summary>
    public XapiObject HostAsked() => call.Row("host");

    /// <summary>Starts it on a host, or on the best one.</summary>
    public IEnumerable<WorldWait> Start(XapiObject? host) => StartOf(Vm, host, call.Bool("start_paused"));

    /// <summary>Starts a VM.</summary>
    public IEnumerable<WorldWait> StartOf(XapiObject vm, XapiObject? host = null, bool isPaused = false)
    {
        var chosen = Choose(vm, host);
        database.Set(vm, "scheduled_to_be_resident_on", chosen.Ref);
        try
        {
            yield return Take(3);
        }
        finally
        {
            database.Set(vm, "scheduled_to_be_resident_on", XapiValue.Null);
        }
        database.Atomically(() =>
        {
            GuestBoot.Boot(database, vm, chosen, call.Clock.Now);
            VmRecords.Run(database, vm, chosen, call.Clock.Now, isPaused);
        });
    }

    /// <summary>Stops it.</summary>
    public IEnumerable<WorldWait> Shutdown(bool isClean) => ShutdownOf(Vm, isClean);

    /// <summary>Stops a VM.</summary>
    public IEnumerable<WorldWait> ShutdownOf(XapiObject vm, bool isClean)
    {
        yield return Take(isClean ? 8 : 1);
        if (database.Find("VDI", vm.Text("suspend_VDI")) is { } image)
        {
            database.Set(vm, "suspend_VDI", XapiValue.Null);
            StoreSpace.Destroy(database, image);
        }
        VmRecords.Stop(database, vm);
        database.Set(vm, "ha_always_run", false);
    }

    /// <summary>Stops it and starts it where it was.</summary>
    public IEnumerable<WorldWait> Reboot(bool isClean)
    {
        var vm = Vm;
        var host = database.Require("host", vm.Text("resident_on"));
        yield return Take(isClean ? 12 : 5);
        database.Atomically(() =>
        {
            VmRecords.Stop(database, vm);
            GuestBoot.Boot(database, vm, host, call.Clock.Now);
            VmRecords.Run(database, vm, host, call.Clock.Now);
        });
    }

    /// <summary>Writes its memory to a store and stops it.</summary>
    public IEnumerable<WorldWait> Suspend()
    {
        var vm = Vm;
        var size = vm.Number("memory_dynamic_max");
        var store = ((string[])[vm.Text("suspend_SR"), database.Pool.Text("suspend_image_SR"), database.Pool.Text("default_SR")])
            .FirstOrDefault(reference => database.Find("SR", reference) is not null) ?? throw new XapiException("VM_NO_SUSPEND_SR", vm.Ref);
        yield return Take(size / SuspendRate);
        database.Atomically(() =>
        {
            var image = StoreSpace.Create(database, database.Require("SR", store), VmRecords.Of(
                ("name_label", "Suspend image"), ("type", "suspend"), ("virtual_size", size), ("physical_utilisation", size)));
            VmRecords.Stop(database, vm, "Suspended");
            database.Set(vm, "suspend_VDI", image.Ref);
        });
    }

    /// <summary>Reads its memory back and lets it run.</summary>
    public IEnumerable<WorldWait> Resume(XapiObject? host)
    {
        var vm = Vm;
        var chosen = Choose(vm, host);
        yield return Take(vm.Number("memory_dynamic_max") / SuspendRate);
        database.Atomically(() =>
        {
            if (database.Find("VDI", vm.Text("suspend_VDI")) is { } image)
            {
                database.Set(vm, "suspend_VDI", XapiValue.Null);
                StoreSpace.Destroy(database, image);
            }
            VmRecords.Run(database, vm, chosen, call.Clock.Now, call.Bool("start_paused"));
        });
    }

    /// <summary>Pauses or unpauses it.</summary>
    public IEnumerable<WorldWait> Turn(string state)
    {
        yield return Take(0.1);
        database.Set(Vm, "power_state", state);
    }

    private WorldWait Take(double seconds) => WorldWait.For(engine.Timeline, TimeSpan.FromSeconds(seconds * engine.PaceOfOperations));

    private XapiObject Choose(XapiObject vm, XapiObject? host)
    {
        if (host is not null)
        {
            BootChecks.Assert(database, vm, host);
            return host;
        }
        return database.All("host").Where(item => BootChecks.Refusal(database, vm, item) is null)
            .OrderByDescending(item => item.Ref == vm.Text("affinity")).ThenByDescending(item => HostMemory.Free(database, item)).ThenBy(item => item.Uuid, StringComparer.Ordinal)
            .FirstOrDefault() ?? throw new XapiException("NO_HOSTS_AVAILABLE");
    }
}
