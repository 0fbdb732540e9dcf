using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Live;

/// <summary>How patiently a pool is watched.</summary>
public sealed record PoolWatchOptions
{
    /// <summary>Patience of the session's ordinary calls. Its own repetitions are switched off: the watch does them visibly.</summary>
    public XapiSessionOptions Session { get; init; } = new();

    /// <summary>How long `event.from` waits at the pool for something to happen.</summary>
    public TimeSpan EventTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long reading the whole inventory may take.</summary>
    public TimeSpan CaptureTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Wait after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between attempts.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Wait after a refusal: guesses at passwords cost XAPI five seconds each (xapi_session.ml).</summary>
    public TimeSpan RefusedDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Pause between whole readings of a server that has no `event.from` (before XenServer 6.0).</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Least time between two whole readings made because the pool counts other objects than we know.</summary>
    public TimeSpan RecountInterval { get; init; } = TimeSpan.FromMinutes(10);
}
