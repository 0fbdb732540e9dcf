namespace Relocation.Core.Hypervisors;

/// <summary>Facts of one move, seen on both pools.</summary>
public sealed record MoveObservation
{
    /// <summary>When it was seen, by the source pool's own clock: times and pauses are measured by it, and a rehearsal's clock runs faster than ours.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The VM in the source pool, or null.</summary>
    public required VmFacts? Source { get; init; }

    /// <summary>The VM in the target pool, or null.</summary>
    public required VmFacts? Target { get; init; }

    /// <summary>Tasks tagged with this move, or held in the VM's current operations, newest first.</summary>
    public required IReadOnlyList<MigrationTask> Tasks { get; init; }

    /// <summary>What a failed or cancelled move left on either pool.</summary>
    public required IReadOnlyList<Leftover> Leftovers { get; init; }

    /// <summary>Disks of the move now on the target SRs, by source disk, with the bytes they take; for progress.</summary>
    public required IReadOnlyList<DiskFacts> TargetDisks { get; init; }
}
