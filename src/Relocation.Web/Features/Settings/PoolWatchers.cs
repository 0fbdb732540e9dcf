using System.Collections.Concurrent;
using Relocation.Data.Connections;
using Relocation.Xapi.Live;

namespace Relocation.Web.Features.Settings;

/// <summary>Keeps one watch per enabled connection, and tells how each stands. Connections that were added, changed or removed are noticed when woken.</summary>
public sealed class PoolWatchers(ConnectionStore connections, PoolEndpoints endpoints, PoolFollower follower, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<ConnectionId, PoolConnectionState> states = new();
    private readonly SemaphoreSlim wake = new(0);

    /// <summary>Raised when the state of a connection changes; handlers must be quick.</summary>
    public event Action<ConnectionId>? Changed;

    /// <summary>How a connection stands; null while it is not watched.</summary>
    public PoolConnectionState? StateOf(ConnectionId connection) => states.GetValueOrDefault(connection);

    /// <summary>Looks at the stored connections now.</summary>
    public void Wake() => wake.Release();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Dictionary<PoolConnection, (CancellationTokenSource Stop, Task Watch)> running = [];
        try
        {
            while (true)
            {
                await ReconcileAsync(running, stoppingToken);
                await wake.WaitAsync(LookAnyway, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(running.Select(watch => StopAsync(watch.Key, watch.Value.Stop, watch.Value.Watch)));
        }
    }

    /// <summary>Stops the watches whose connection is no longer as it was, and starts those that lack one. A finished watch is started again.</summary>
    private async Task ReconcileAsync(Dictionary<PoolConnection, (CancellationTokenSource Stop, Task Watch)> running, CancellationToken stoppingToken)
    {
        var wanted = (await connections.ListAsync(stoppingToken)).Where(connection => connection.Enabled).ToDictionary(Watched);
        foreach (var (connection, (stop, watch)) in running.ToList())
        {
            if (!wanted.ContainsKey(connection) || watch.IsCompleted)
            {
                running.Remove(connection);
                await StopAsync(connection, stop, watch);
            }
        }

        foreach (var (key, connection) in wanted)
        {
            if (!running.ContainsKey(key) && await endpoints.OfAsync(connection, stoppingToken) is { } endpoint)
            {
                var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                var watch = new PoolWatch(endpoint, connection.Pool, null, time, loggers);
                running[key] = (stop, follower.RunAsync(watch, connection, state => Report(connection.Id, state), stop.Token));
            }
        }
    }

    /// <summary>What a watch depends on: the pool found there is noted by the watch itself and must not restart it.</summary>
    private static PoolConnection Watched(PoolConnection connection) => connection with { Pool = null };

    private async Task StopAsync(PoolConnection connection, CancellationTokenSource stop, Task watch)
    {
        await stop.CancelAsync();
        await watch;
        stop.Dispose();
        states.TryRemove(connection.Id, out _);
        Changed?.Invoke(connection.Id);
    }

    private void Report(ConnectionId connection, PoolConnectionState state)
    {
        states[connection] = state;
        Changed?.Invoke(connection);
    }
}
