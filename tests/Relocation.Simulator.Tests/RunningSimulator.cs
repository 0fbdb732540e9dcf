using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;

namespace Relocation.Simulator.Tests;

/// <summary>A server with one small pool of two hosts.</summary>
public sealed class RunningSimulator : IAsyncLifetime
{
    public SimulatorServer Server { get; private set; } = null!;

    public ServedPool Pool => Server.Pools[0];

    public async ValueTask InitializeAsync() => Server = await StartAsync(SmallPool);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal static Task<SimulatorServer> StartAsync(params Func<IdentifierSource, PoolDatabase>[] pools) =>
        SimulatorServer.StartAsync(
            new SimulatorOptions { Pools = [.. pools.Select((load, index) => new PoolOptions($"pool{index}", load) { Credentials = new PoolCredentials("root", "secret") })] },
            TestContext.Current.CancellationToken);

    internal static PoolDatabase SmallPool(IdentifierSource identifiers) => SimulatedPools.SmallDatabase(identifiers);
}
