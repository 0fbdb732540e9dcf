using Microsoft.Extensions.Logging;
using Relocation.Core.Waves;
using Relocation.Engine.Ownership;

namespace Relocation.Engine.Feed;

/// <summary>The way from a feed to the run's owner, wherever it is. It may be away: the feed then lives on the journal alone.</summary>
internal sealed class OwnerLink(RunId run, IGrainFactory grains, ILogger log)
{
    private IRunWatcher? _reference;

    /// <summary>Asks to be told, or renews it, and returns the progress known there; empty when the owner does not answer.</summary>
    public async Task<IReadOnlyList<RunPulse>> WatchAsync(IRunWatcher watcher)
    {
        try
        {
            _reference ??= grains.CreateObjectReference<IRunWatcher>(watcher);
            return await grains.GetGrain<IRunGrain>(run.Value).WatchAsync(_reference);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogWarning(exception, "The owner of run {Run} did not answer its watcher; the journal is read instead", run);
            return [];
        }
    }

    /// <summary>Is told no more.</summary>
    public void Leave()
    {
        if (_reference is not null)
        {
            grains.DeleteObjectReference<IRunWatcher>(_reference);
            _reference = null;
        }
    }
}
