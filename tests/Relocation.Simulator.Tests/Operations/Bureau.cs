using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.Database;
using Relocation.Simulator.Demonstration;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Faults;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.Operations;

/// <summary>The weather bureau's pools with a clock that the test moves.</summary>
internal sealed class Bureau
{
    private readonly string session;

    public Bureau(double speed = 1)
    {
        Time = new FakeTimeProvider(WeatherBureau.Shown);
        World = new SimulatedWorld(new WorldClock(Time, speed), 5);
        var made = WeatherBureau.Create(5);
        made.Connect(World.Engine);
        var pools = made.Pools.Select(item => new SimulatedPool(item.Name, item.Database, World, new PoolCredentials("root", "secret"), Composition.Operations(World))).ToList();
        pools.ForEach(World.Add);
        (Forecast, Office, Centre) = (pools[0], pools[1], pools[2]);
        session = Forecast.LogIn();
        Disruptions = new Disruptions(World);
    }

    public FakeTimeProvider Time { get; }

    public SimulatedWorld World { get; }

    public SimulatedPool Forecast { get; }

    public SimulatedPool Office { get; }

    public SimulatedPool Centre { get; }

    public Disruptions Disruptions { get; }

    public static XapiObject Vm(SimulatedPool pool, string name) => pool.Database.All("VM").Single(vm => vm.Text("name_label") == name && !vm.Bool("is_a_snapshot"));

    public static IEnumerable<XapiObject> Disks(SimulatedPool pool, XapiObject vm) => vm.Texts("VBDs")
        .Select(reference => pool.Database.Require("VBD", reference)).Where(vbd => vbd.Text("type") == "Disk").Select(vbd => pool.Database.Require("VDI", vbd.Text("VDI")));

    public static string Error(XapiException failure) => string.Join(' ', failure.Description);

    public Task<XapiValue> CallAsync(SimulatedPool pool, string method, params XapiValue[] arguments) =>
        pool.CallAsync(pool == Forecast ? session : pool.LogIn(), method, arguments);

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>The arguments of assert_can_migrate and migrate_send for a move to the centre.</summary>
    public async Task<XapiValue[]> OrderAsync(SimulatedPool pool, XapiObject vm, string host = "dc-host1", string store = "centre-nfs", Dictionary<string, string>? options = null)
    {
        var target = Centre.Database;
        var receiver = target.All("host").Single(item => item.Text("name_label") == host);
        var network = target.All("network").Single(item => item.Text("name_label") == "Management and guests");
        var token = await CallAsync(Centre, "host.migrate_receive", receiver.Ref, network.Ref, XapiMap.Empty);
        var sr = target.All("SR").Single(item => item.Text("name_label") == store);
        var disks = Disks(pool, vm).ToDictionary(vdi => vdi.Ref, _ => sr.Ref);
        var interfaces = vm.Texts("VIFs").ToDictionary(reference => reference, _ => target.All("network").Single(item => item.Text("name_label") == "Infrastructure").Ref);
        return [vm.Ref, token, true, disks, interfaces, options ?? []];
    }

    /// <summary>Sends a VM to the centre; what is awaited is the whole move.</summary>
    public async Task<Task<XapiValue>> SendAsync(SimulatedPool pool, string name, string host = "dc-host1", string store = "centre-nfs")
    {
        var order = await OrderAsync(pool, Vm(pool, name), host, store);
        return CallAsync(pool, "VM.migrate_send", order);
    }

    /// <summary>Sends a VM as a task; the task's row is given.</summary>
    public async Task<XapiObject> SendTaskAsync(SimulatedPool pool, string name)
    {
        var order = await OrderAsync(pool, Vm(pool, name));
        var task = await CallAsync(pool, "Async.VM.migrate_send", order);
        var row = pool.Database.Require("task", task.Text());
        await UntilAsync(pool, () => World.Engine.Truths.Count > 0);
        return row;
    }

    /// <summary>Waits, without the clock, until the pool's own threads have brought something about.</summary>
    public static async Task UntilAsync(SimulatedPool pool, Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            await Task.WhenAny(pool.Database.NextChange(), Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        }
    }
}
