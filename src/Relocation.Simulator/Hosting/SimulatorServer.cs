using Relocation.Simulator.Faults;
using Relocation.Simulator.Http;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Hosting;

/// <summary>A world whose pools answer on loopback.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly List<ServedPool> pools = [];
    private readonly ControlRoutes control = new();

    private SimulatorServer(SimulatedWorld world)
    {
        World = world;
        Faults = ControlSurface.Attach(this);
    }

    /// <summary>The world.</summary>
    public SimulatedWorld World { get; }

    /// <summary>The pools, in the order of the options.</summary>
    public IReadOnlyList<ServedPool> Pools => pools;

    /// <summary>Brings faults about; there is one for a server, since it alone may close and open what answers.</summary>
    public FaultControl Faults { get; }

    /// <summary>Loads the pools and begins to answer.</summary>
    /// <exception cref="InvalidDataException">A file is no pool database.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken cancellation = default)
    {
        var world = new SimulatedWorld(new WorldClock(options.Time, options.Speed), options.Seed);
        var server = new SimulatorServer(world);
        try
        {
            var operations = Composition.Operations(world);
            foreach (var item in options.Pools)
            {
                cancellation.ThrowIfCancellationRequested();
                var pool = new SimulatedPool(item.Name, item.Load(world.Identifiers), world, item.Credentials, operations);
                world.Add(pool);
                server.pools.Add(ServedPool.Open(pool, item, server.control));
            }
            server.Prepare(options);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Answers a path below <c>/simulator/</c> at every pool's ports: for steering faults from outside.</summary>
    public void MapControl(string path, Func<HttpRequest, CancellationToken, Task<HttpResponse>> handler) => control.Map(path, handler);

    /// <summary>The pool of a name, or null.</summary>
    public ServedPool? FindPool(string name) => pools.Find(pool => pool.Name == name);

    private void Prepare(SimulatorOptions options)
    {
        foreach (var line in options.Lines)
        {
            World.Engine.Links.Join(line.One, line.Other, line.Name, line.BytesPerSecond, line.Latency);
        }
        foreach (var order in options.Faults)
        {
            Faults.Order(order);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var pool in pools)
        {
            await pool.DisposeAsync().ConfigureAwait(false);
        }
    }
}
