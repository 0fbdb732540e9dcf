using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;

namespace Relocation.Core.Reports;

/// <summary>A move as a report sees it.</summary>
public sealed record RunReportMove
{
    /// <summary>Position in the run, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of the VM.</summary>
    public required string VmName { get; init; }

    /// <summary>Name of its group.</summary>
    public required string Group { get; init; }

    /// <summary>Its state by name, such as Done.</summary>
    public required string State { get; init; }

    /// <summary>Attempts it took.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What was predicted.</summary>
    public MoveForecast? Forecast { get; init; }

    /// <summary>What was measured.</summary>
    public MeasuredFigures? Measured { get; init; }

    /// <summary>Code of its failure; empty when it did not fail.</summary>
    public string FailureCode { get; init; } = "";

    /// <summary>Parameters of its failure.</summary>
    public IReadOnlyList<string> FailureParameters { get; init; } = [];

    /// <summary>What it left behind.</summary>
    public IReadOnlyList<Leftover> Leftovers { get; init; } = [];
}
