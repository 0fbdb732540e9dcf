using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests;

/// <summary>Pools without a server, for tests that call the dispatcher itself.</summary>
internal static class SimulatedPools
{
    public static SimulatedWorld World(TimeProvider? time = null) => new(new WorldClock(time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero))), 1);

    /// <summary>One pool, its coordinator and a member, nothing else.</summary>
    public static SimulatedPool Small(SimulatedWorld? world = null)
    {
        world ??= World();
        return Of(SmallDatabase(world.Identifiers), world);
    }

    public static PoolDatabase SmallDatabase(IdentifierSource identifiers)
    {
        var database = new PoolDatabase(XapiSchema.Current, identifiers);
        var coordinator = database.Create("host", [Field("name_label", "one"), Field("address", "10.0.0.1"), Field("enabled", true)]);
        database.Create("host", [Field("name_label", "two"), Field("address", "10.0.0.2"), Field("enabled", true)]);
        database.Create("pool", [Field("name_label", "small"), Field("master", coordinator.Ref)]);
        return database;
    }

    public static SimulatedPool Of(PoolDatabase database, SimulatedWorld world)
    {
        var pool = new SimulatedPool("test", database, world, new PoolCredentials("root", "secret"), Composition.Operations(world));
        world.Add(pool);
        return pool;
    }

    public static KeyValuePair<string, XapiValue> Field(string name, XapiValue value) => KeyValuePair.Create(name, value);

    /// <summary>A session on the coordinator.</summary>
    public static string LogIn(this SimulatedPool pool) => pool.Sessions.Open("root", "tests", pool.Coordinator.Ref);

    /// <summary>Calls a method as a client of the coordinator would; the session is put in front.</summary>
    public static Task<XapiValue> CallAsync(this SimulatedPool pool, string session, string method, params XapiValue[] arguments) =>
        pool.Dispatcher.CallAsync(method, [session, .. arguments], new CallOrigin(pool.Coordinator, TestContext.Current.CancellationToken));

    public static string Text(this XapiValue value) => ((XapiText)value).Text;
}
