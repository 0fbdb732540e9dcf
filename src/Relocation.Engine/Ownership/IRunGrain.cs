using Relocation.Engine.Feed;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Ownership;

/// <summary>The one who drives a run, wherever it lives. It holds no truth that the journal does not; no call waits for a pool for long.</summary>
public interface IRunGrain : IGrainWithGuidKey
{
    /// <summary>Sees to it that the run is driven, if it is active.</summary>
    Task WakeAsync();

    /// <summary>Judges a request and journals it when it is accepted.</summary>
    /// <returns>Why it was refused; empty when it was accepted.</returns>
    Task<string> RequestAsync(RunRequest request);

    /// <summary>Tells a watcher from now on, for some seconds unless renewed, and returns the progress known now.</summary>
    Task<IReadOnlyList<RunPulse>> WatchAsync(IRunWatcher watcher);

    /// <summary>Tells a watcher no more.</summary>
    Task UnwatchAsync(IRunWatcher watcher);
}
