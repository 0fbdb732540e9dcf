using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>Movers over the connections configured for pools: one session per pool, kept and shared by all its moves.</summary>
public sealed class XapiMovers : IVmMovers, IAsyncDisposable
{
    private readonly Func<PoolId, CancellationToken, Task<PoolEndpoint?>> endpoints;
    private readonly XapiSessionOptions options;
    private readonly TimeProvider time;
    private readonly ILoggerFactory loggers;
    private readonly OpenTransfers transfers = new();
    private readonly ConcurrentDictionary<PoolId, PoolSlot> slots = new();

    /// <summary>Prepares; nothing is connected yet.</summary>
    /// <param name="endpoints">The connection configured for a pool, or null. Asked each time, so that a changed password or pin takes effect.</param>
    /// <param name="options">Patience of the sessions.</param>
    /// <param name="time">Clock of waits and observations.</param>
    /// <param name="loggers">Where to log.</param>
    public XapiMovers(Func<PoolId, CancellationToken, Task<PoolEndpoint?>> endpoints, XapiSessionOptions? options = null, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        this.endpoints = endpoints;
        this.options = options ?? new XapiSessionOptions();
        this.time = time ?? TimeProvider.System;
        this.loggers = loggers ?? NullLoggerFactory.Instance;
    }

    /// <inheritdoc />
    public async Task<IVmMover> BetweenAsync(PoolId source, PoolId target, CancellationToken cancellationToken) =>
        new XapiMover(await LinkAsync(source, cancellationToken), await LinkAsync(target, cancellationToken), transfers, time, loggers.CreateLogger<XapiMover>());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var slot in slots.Values)
        {
            await slot.DisposeAsync();
        }
    }

    private async Task<PoolLink> LinkAsync(PoolId pool, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints(pool, cancellationToken) ?? throw new HypervisorUnreachableException($"No connection is configured for pool {pool}.");
        var slot = slots.GetOrAdd(pool, id => new PoolSlot(id));
        return await slot.LinkAsync(endpoint, () => new XapiSession(endpoint, options, time, loggers.CreateLogger<XapiSession>()), cancellationToken);
    }
}
