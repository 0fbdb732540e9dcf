namespace Relocation.Engine.Runs;

/// <summary>Stable codes of why a request was refused; their texts are in the interface's resources.</summary>
public static class RefusalReasons
{
    /// <summary>There is no such run.</summary>
    public const string RunNotFound = "run-not-found";

    /// <summary>The run has no such move.</summary>
    public const string MoveNotFound = "move-not-found";

    /// <summary>The run has ended.</summary>
    public const string RunEnded = "run-ended";

    /// <summary>The move has ended.</summary>
    public const string AlreadyEnded = "already-ended";

    /// <summary>The same was asked for before.</summary>
    public const string AlreadyRequested = "already-requested";

    /// <summary>The run is not paused.</summary>
    public const string NotPaused = "not-paused";

    /// <summary>The run is being cancelled.</summary>
    public const string RunCancelling = "run-cancelling";

    /// <summary>Memory has begun to move: the pools no longer honour a cancellation.</summary>
    public const string PastPointOfNoReturn = "past-point-of-no-return";

    /// <summary>The move's outcome is unknown: it must be resolved first.</summary>
    public const string OutcomeUnknown = "outcome-unknown";

    /// <summary>The outcome is not unknown.</summary>
    public const string NotUnknown = "not-unknown";

    /// <summary>Only a failed or cancelled move can be tried again.</summary>
    public const string NotFailed = "not-failed";

    /// <summary>The pools still do something with the VM, or it is in both of them or in neither.</summary>
    public const string NotAtRest = "not-at-rest";

    /// <summary>A pool did not answer, so that the facts could not be observed.</summary>
    public const string PoolUnreachable = "pool-unreachable";

    /// <summary>No process could answer for the run just now; it is safe to ask again.</summary>
    public const string OwnerUnavailable = "owner-unavailable";
}
