namespace Relocation.Xapi.Sessions;

/// <summary>How patient a session is.</summary>
public sealed record XapiSessionOptions
{
    /// <summary>Name under which XAPI counts our sessions; its cap of 500 is per originator (xapi_globs.ml).</summary>
    public string Originator { get; init; } = "Relocation";

    /// <summary>How long an ordinary call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long connecting (TCP and TLS) may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a read is tried in all before its loss is reported.</summary>
    public int ReadAttempts { get; init; } = 4;

    /// <summary>Wait before the first repetition; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait between repetitions.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many ordinary calls of one session run at once; more wait.</summary>
    public int ConcurrentCalls { get; init; } = 8;

    /// <summary>How often a member may pass us on to its coordinator in one login.</summary>
    public int CoordinatorHops { get; init; } = 3;

    /// <summary>Largest reply that is accepted, in bytes.</summary>
    public int LargestReply { get; init; } = 1 << 30;

    /// <summary>Seed of the jitter in waits.</summary>
    public int Seed { get; init; } = 1;
}
