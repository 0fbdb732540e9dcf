namespace Relocation.Engine.Runs;

/// <summary>State of a run. Stored by name.</summary>
public enum RunState
{
    /// <summary>Stored, not started.</summary>
    Planned,

    /// <summary>Moves are admitted and driven.</summary>
    Running,

    /// <summary>No new move is admitted; running ones go on.</summary>
    Paused,

    /// <summary>No new move is admitted and those that still can be are cancelled.</summary>
    Cancelling,

    /// <summary>Every move ended well.</summary>
    Done,

    /// <summary>Every move ended, not all of them well.</summary>
    DoneWithFailures,

    /// <summary>Ended on request.</summary>
    Cancelled,
}
