namespace Relocation.Simulator.World;

/// <summary>The fixed costs of a migration, apart from moving bytes. The defaults lie in the range that a real toolstack shows on a quiet host.</summary>
public sealed record MigrationTimings
{
    /// <summary>From the call to the first disk: checks, a dry import at the destination, sessions.</summary>
    public TimeSpan Prepare { get; init; } = TimeSpan.FromSeconds(1.2);

    /// <summary>Before each disk's copy: creating at the destination, attaching, mirror, snapshot.</summary>
    public TimeSpan DiskBegin { get; init; } = TimeSpan.FromSeconds(1.6);

    /// <summary>After each disk's copy: composing at the destination, removing the snapshot.</summary>
    public TimeSpan DiskEnd { get; init; } = TimeSpan.FromSeconds(1.1);

    /// <summary>Importing the VM's record at the destination.</summary>
    public TimeSpan Metadata { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>How fast a guest's balloon gives memory back, bytes per second.</summary>
    public double BalloonRate { get; init; } = 1L << 30;

    /// <summary>Pausing the guest: from the request to its stop.</summary>
    public TimeSpan Suspend { get; init; } = TimeSpan.FromSeconds(0.08);

    /// <summary>Device state, draining disks, plugging networks, while the guest stands still.</summary>
    public TimeSpan HandOver { get; init; } = TimeSpan.FromSeconds(0.28);

    /// <summary>Resuming at the destination, while the guest stands still.</summary>
    public TimeSpan Resume { get; init; } = TimeSpan.FromSeconds(0.09);

    /// <summary>After the guest runs: destroying what is left at the source, per disk.</summary>
    public TimeSpan CleanPerDisk { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>After the guest runs: the rest of the clean-up.</summary>
    public TimeSpan Clean { get; init; } = TimeSpan.FromSeconds(0.6);

    /// <summary>The most that one copy stream does by itself, bytes per second: TLS and one process bind it.</summary>
    public double StreamCap { get; init; } = 160e6;

    /// <summary>How often progress is told.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(0.5);
}
