namespace Relocation.Core.Estimation;

/// <summary>The three figures of a move, predicted.</summary>
public sealed record MoveForecast
{
    /// <summary>Total migration time in seconds: from sending until the VM runs at the target; for a VM that does not run, until the pools have cleaned up.</summary>
    public required Estimate TimeSeconds { get; init; }

    /// <summary>Total data transferred in bytes; pages and blocks sent again count.</summary>
    public required Estimate DataBytes { get; init; }

    /// <summary>Downtime in seconds: suspend at the source until running at the target.</summary>
    public required Estimate DowntimeSeconds { get; init; }

    /// <summary>False when the guest dirties memory or writes to disks faster than the link carries it, so that the pause is long or the copy may not end.</summary>
    public required bool Converges { get; init; }

    /// <summary>What the time is made of, in order. For a VM that runs, the finish comes after its time and is not part of it.</summary>
    public required IReadOnlyList<ForecastTerm> Terms { get; init; }

    /// <summary>Stable codes of what had to be assumed, such as `dirty-rate-prior`.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}
