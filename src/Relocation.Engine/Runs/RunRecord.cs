using Relocation.Core.Waves;

namespace Relocation.Engine.Runs;

/// <summary>A run as journalled.</summary>
public sealed record RunRecord
{
    /// <summary>The run.</summary>
    public required RunId Id { get; init; }

    /// <summary>Its relocation.</summary>
    public required RelocationId Relocation { get; init; }

    /// <summary>Revision of the plan it was compiled from.</summary>
    public required long PlanRevision { get; init; }

    /// <summary>Its wave.</summary>
    public required WaveId Wave { get; init; }

    /// <summary>Name of the wave then.</summary>
    public required string WaveName { get; init; }

    /// <summary>State.</summary>
    public required RunState State { get; init; }

    /// <summary>Most moves at a time.</summary>
    public required int MaximumParallelMoves { get; init; }

    /// <summary>Who started it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the first move was admitted.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Grows with every change of owner; a writer with an older one is refused.</summary>
    public required long Epoch { get; init; }
}
