namespace Relocation.Engine.Journal;

/// <summary>What a journal entry tells. Stored by name.</summary>
public enum JournalKind
{
    /// <summary>The run was stored.</summary>
    RunCreated,

    /// <summary>A process took the run over.</summary>
    OwnerChanged,

    /// <summary>The run changed state.</summary>
    RunStateChanged,

    /// <summary>A move was admitted.</summary>
    MoveAdmitted,

    /// <summary>A step began.</summary>
    StepStarted,

    /// <summary>Facts were observed.</summary>
    Observed,

    /// <summary>A call that changes a pool is about to be made.</summary>
    Intent,

    /// <summary>A call that changes a pool was answered.</summary>
    Called,

    /// <summary>A running task was found and adopted.</summary>
    Adopted,

    /// <summary>The move entered a phase.</summary>
    PhaseChanged,

    /// <summary>A step ended well.</summary>
    StepSucceeded,

    /// <summary>A step was found done already.</summary>
    StepSkipped,

    /// <summary>A step failed.</summary>
    StepFailed,

    /// <summary>What happened cannot be told from the facts.</summary>
    StepUnknown,

    /// <summary>A person asked for something.</summary>
    OperatorRequest,

    /// <summary>The move ended.</summary>
    MoveEnded,
}
