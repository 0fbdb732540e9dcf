namespace Relocation.Core.Runbooks;

/// <summary>How far a move is. Bytes are those of disks, weighed as XAPI weighs them.</summary>
public sealed record MoveProgress
{
    /// <summary>What it is doing.</summary>
    public required MovePhase Phase { get; init; }

    /// <summary>Disk being copied, from 1; 0 when none.</summary>
    public int DiskNumber { get; init; }

    /// <summary>Disks in all.</summary>
    public int DiskCount { get; init; }

    /// <summary>Name of the disk being copied.</summary>
    public string DiskName { get; init; } = "";

    /// <summary>Fraction of the current phase from 0 to 1, never falling within the phase.</summary>
    public double PhaseFraction { get; init; }

    /// <summary>Bytes of disks that have arrived, as far as progress tells.</summary>
    public double BytesDone { get; init; }

    /// <summary>Bytes of disks in all.</summary>
    public double BytesTotal { get; init; }

    /// <summary>Present rate in bytes per second; absent before it could be measured.</summary>
    public double? BytesPerSecond { get; init; }

    /// <summary>Expected remaining seconds, with the interval that holds nine of ten outcomes; absent when unknown.</summary>
    public Estimation.Estimate? RemainingSeconds { get; init; }

    /// <summary>XAPI's own figure as read.</summary>
    public double TaskProgress { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }
}
