using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;

namespace Relocation.Engine.Runs;

/// <summary>A move as journalled: everything a new owner needs to go on.</summary>
public sealed record MoveRecord
{
    /// <summary>The move.</summary>
    public required MoveId Id { get; init; }

    /// <summary>Its run.</summary>
    public required RunId Run { get; init; }

    /// <summary>Position in the run, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of its move group.</summary>
    public required string Group { get; init; }

    /// <summary>What is done, frozen.</summary>
    public required Runbook Runbook { get; init; }

    /// <summary>What was predicted, frozen; null when nothing could be.</summary>
    public MoveForecast? Forecast { get; init; }

    /// <summary>State.</summary>
    public required MoveState State { get; init; }

    /// <summary>The step it is at.</summary>
    public required RunbookStep Step { get; init; }

    /// <summary>Attempts of the move so far; 1 during the first.</summary>
    public required int Attempt { get; init; }

    /// <summary>Intent to send was journalled: from here on nothing is sent without observing first.</summary>
    public DateTimeOffset? SendIntendedAt { get; init; }

    /// <summary>The pool's task, once known.</summary>
    public MigrationTaskId? Task { get; init; }

    /// <summary>Tasks of earlier attempts: whatever became of them, they tell nothing of this one.</summary>
    public IReadOnlyList<MigrationTaskId> EarlierTasks { get; init; } = [];

    /// <summary>The VM bore this move's mark before this attempt, so that the mark does not prove that this attempt was sent.</summary>
    public bool MarkedBefore { get; init; }

    /// <summary>Cancellation was asked for.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>Memory has begun to move: it can no longer be cancelled.</summary>
    public bool PointOfNoReturnPassed { get; init; }

    /// <summary>What the move drops, captured before it.</summary>
    public MovedAttributes? Attributes { get; init; }

    /// <summary>The VM as it was before it was sent; the outcome is proved against it.</summary>
    public VmFacts? Before { get; init; }

    /// <summary>Last progress.</summary>
    public MoveProgress? Progress { get; init; }

    /// <summary>What was measured.</summary>
    public MeasuredFigures? Measured { get; init; }

    /// <summary>Why it failed or is unknown.</summary>
    public MoveFailure? Failure { get; init; }

    /// <summary>When its first step began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
