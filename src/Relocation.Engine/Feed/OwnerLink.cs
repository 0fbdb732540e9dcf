using Microsoft.Extensions.Logging;
using Relocation.Core.Waves;
using Relocation.Engine.Ownership;

namespace Relocation.Engine.Feed;

/// <summary>The way from a feed to the run's owner, wherever it is. It may be away: the feed then lives on the journal alone.</summary>
internal sealed class OwnerLink(RunId run, IGrainFactory grains, TimeProvider time, ILogger log)
{
    /// <summary>Calls to a process that has just died hang until it is declared dead; the readers must not wait for that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private IRunWatcher? _reference;

    /// <summary>Asks to be told, or renews it, and returns the progress known there; empty when the owner does not answer.</summary>
    public async Task<IReadOnlyList<RunPulse>> WatchAsync(IRunWatcher watcher)
    {
        try
        {
            _reference ??= grains.CreateObjectReference<IRunWatcher>(watcher);
            return await grains.GetGrain<IRunGrain>(run.Value).WatchAsync(_reference).WaitAsync(Patience, time);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogWarning("The owner of run {Run} did not answer its watcher ({Reason}); the journal is read instead", run, exception.Message);
            return [];
        }
    }

    /// <summary>Is told no more.</summary>
    public async Task LeaveAsync()
    {
        if (_reference is not { } reference)
        {
            return;
        }

        _reference = null;
        try
        {
            await grains.GetGrain<IRunGrain>(run.Value).UnwatchAsync(reference).WaitAsync(Patience, time);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogWarning("The owner of run {Run} could not be told that nobody watches any more ({Reason}); it will notice", run, exception.Message);
        }

        grains.DeleteObjectReference<IRunWatcher>(reference);
    }
}
