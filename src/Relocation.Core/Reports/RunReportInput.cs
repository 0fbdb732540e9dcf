namespace Relocation.Core.Reports;

/// <summary>What the report of a run is made of.</summary>
public sealed record RunReportInput
{
    /// <summary>Name of the relocation.</summary>
    public required string Relocation { get; init; }

    /// <summary>Name of the wave.</summary>
    public required string Wave { get; init; }

    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>Its state by name.</summary>
    public required string State { get; init; }

    /// <summary>Who started it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Revision of the plan it was compiled from.</summary>
    public required long PlanRevision { get; init; }

    /// <summary>When its first move was admitted.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Its moves by ordinal.</summary>
    public required IReadOnlyList<RunReportMove> Moves { get; init; }

    /// <summary>Its history in order.</summary>
    public IReadOnlyList<RunReportEvent> Timeline { get; init; } = [];
}
