using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Relocation.Core.Hypervisors;
using Relocation.Core.Waves;
using Relocation.Engine.Driving;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Ownership;

/// <summary>
/// The place in the cluster where a run is driven: a shell around <see cref="RunOwner"/>. It is reentrant, since the owner guards itself and
/// a request must not wait behind another one that observes the pools.
/// </summary>
[Reentrant]
public sealed class RunGrain : Grain, IRunGrain, IAsyncDisposable
{
    private static readonly TimeSpan WatchersStayFor = TimeSpan.FromSeconds(15);

    private readonly EngineWorld _world;
    private readonly ConcurrentDictionary<IRunWatcher, long> _watchers = new();
    private RunOwner? _owner;

    /// <summary>Made by Orleans.</summary>
    public RunGrain(IRunJournal journal, IVmMovers movers, TimeProvider time, IOptions<EngineOptions> options, ILogger<RunGrain> log) =>
        _world = new EngineWorld(journal, movers, time, options.Value, log);

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var name = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        _owner = new RunOwner(new RunId(this.GetPrimaryKey()), name, _world, Publish);
        return base.OnActivateAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await DisposeAsync();
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>Lets go of the run.</summary>
    public ValueTask DisposeAsync() => _owner?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc />
    public async Task WakeAsync()
    {
        await Owner.WakeAsync();
        LeaveIfOver();
    }

    /// <inheritdoc />
    public async Task<string> RequestAsync(RunRequest request)
    {
        try
        {
            return await Owner.RequestAsync(request);
        }
        catch (StaleOwnerException)
        {
            return RefusalReasons.OwnerUnavailable;
        }
        finally
        {
            LeaveIfOver();
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<RunPulse>> WatchAsync(IRunWatcher watcher)
    {
        _watchers[watcher] = _world.Time.GetTimestamp();
        return Task.FromResult(Owner.Progress());
    }

    /// <inheritdoc />
    public Task UnwatchAsync(IRunWatcher watcher)
    {
        _watchers.TryRemove(watcher, out _);
        return Task.CompletedTask;
    }

    private RunOwner Owner => _owner ?? throw new InvalidOperationException("The grain is not active.");

    private void LeaveIfOver()
    {
        if (Owner.IsOver)
        {
            DeactivateOnIdle();
        }
    }

    /// <summary>Called by the driver, outside the grain's scheduler. A watcher that does not renew is told no more.</summary>
    private void Publish(RunPulse pulse)
    {
        foreach (var (watcher, since) in _watchers)
        {
            if (_world.Time.GetElapsedTime(since) > WatchersStayFor)
            {
                _watchers.TryRemove(watcher, out _);
                continue;
            }

            // One-way: it returns once the message is queued, and a lost one does no harm.
            _ = watcher.MovedOnAsync(pulse);
        }
    }
}
