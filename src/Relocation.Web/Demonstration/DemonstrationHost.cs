using Microsoft.Extensions.Options;
using Relocation.Core.Inventory;
using Relocation.Data.Connections;
using Relocation.Simulator.Demonstration;
using Relocation.Simulator.Hosting;
using Relocation.Web.Composition;
using Relocation.Web.Features.Settings;

namespace Relocation.Web.Demonstration;

/// <summary>
/// Serves the weather bureau's pools on loopback while the program runs, connects to them as to any other pool, and has a first plan made.
/// The pools begin anew with every start; what was planned and run before stays.
/// </summary>
public sealed class DemonstrationHost(IOptions<RelocationOptions> options, ConnectionStore connections, PoolWatchers watchers, DemonstrationPlan plan, ILogger<DemonstrationHost> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.Demonstration;
        var bureau = WeatherBureau.Create(settings.Seed);
        await using var simulator = await SimulatorServer.StartAsync(bureau.Options(settings.Speed, settings.Seed, 0), stoppingToken);
        await ConnectAsync(simulator, stoppingToken);
        log.LogInformation("The demonstration's pools answer at {Addresses}", string.Join(", ", simulator.Pools.Select(pool => pool.Url)));
        await plan.EnsureAsync(bureau, stoppingToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
    }

    /// <summary>Replaces the connections of an earlier start: ports and certificates are new ones.</summary>
    private async Task ConnectAsync(SimulatorServer simulator, CancellationToken cancellationToken)
    {
        var before = await connections.ListAsync(cancellationToken);
        var own = simulator.Pools.Select(pool => new PoolId(pool.Pool.Database.All("pool").Single().Uuid)).ToHashSet();
        foreach (var old in before.Where(connection => connection.Address.IsLoopback && connection.Pool is { } pool && own.Contains(pool)))
        {
            await connections.RemoveAsync(old.Id, cancellationToken);
        }

        foreach (var pool in simulator.Pools)
        {
            var fingerprint = string.Join(':', pool.Fingerprint.Chunk(2).Select(pair => new string(pair)));
            await connections.AddAsync(pool.Url, pool.User, pool.Password, fingerprint, cancellationToken);
        }

        watchers.Wake();
    }
}
