using Relocation.Core.Inventory;
using Relocation.Simulator.Hosting;
using Relocation.Xapi.Live;
using Relocation.Xapi.Moves;
using Relocation.Xapi.Sessions;
using Relocation.Xapi.Tests.Databases;

namespace Relocation.Xapi.Tests.Simulated;

/// <summary>Two pools of recorded databases, served by the simulator over TLS, and the movers between them.</summary>
internal sealed class SimulatedPair : IAsyncDisposable
{
    private SimulatedPair(SimulatorServer server, PoolId source, PoolId target)
    {
        Server = server;
        SourceId = source;
        TargetId = target;
        Movers = new XapiMovers((pool, _) => Task.FromResult<PoolEndpoint?>(EndpointOf(pool == source ? server.Pools[0] : server.Pools[1])));
    }

    public SimulatorServer Server { get; }

    public PoolId SourceId { get; }

    public PoolId TargetId { get; }

    public XapiMovers Movers { get; }

    public static PoolEndpoint EndpointOf(ServedPool pool) => new(pool.Url, pool.User, pool.Password, pool.Fingerprint);

    /// <summary>The pools as they were right before a recorded live migration of a VM with two disks.</summary>
    public static async Task<SimulatedPair> StartAsync(double speed)
    {
        var files = new[] { RealDumps.File("golden/streams/live-migrate-alpha-before.xml"), RealDumps.File("golden/streams/live-migrate-beta-before.xml") };
        var server = await SimulatorServer.StartAsync(new SimulatorOptions { Pools = [.. files.Select(PoolOptions.OfFile)], Speed = speed }, TestContext.Current.CancellationToken);
        var pools = new List<PoolId>();
        foreach (var pool in server.Pools)
        {
            pools.Add((await ReadAsync(EndpointOf(pool))).Header.Pool);
        }

        return new SimulatedPair(server, pools[0], pools[1]);
    }

    public static async Task<(InventoryHeader Header, IReadOnlyList<InventoryObject> Objects)> ReadAsync(PoolEndpoint endpoint)
    {
        await using var session = new XapiSession(endpoint);
        await using var reader = new LivePoolReader(session);
        var header = await reader.ReadHeaderAsync(TestContext.Current.CancellationToken);
        return (header, await reader.ReadObjectsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Movers.DisposeAsync();
        await Server.DisposeAsync();
    }
}
