using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;

namespace Relocation.Engine.Feed;

/// <summary>The feeds of this process, one per run that somebody watches, shared by all who watch it.</summary>
public sealed class RunFeeds(IRunJournal journal, IGrainFactory grains, TimeProvider time, ILogger<RunFeeds> log)
{
    private readonly ConcurrentDictionary<RunId, RunFeed> _feeds = new();

    /// <summary>Joins the feed of a run; null when there is no such run.</summary>
    public Task<RunSubscription?> JoinAsync(RunId run, CancellationToken cancellationToken) =>
        _feeds.GetOrAdd(run, id => new RunFeed(id, journal, new OwnerLink(id, grains, time, log), time)).JoinAsync(cancellationToken);
}
