namespace Relocation.Simulator.World;

/// <summary>What really happened in one migration, by the world's own reckoning; for tests and for judging predictions.</summary>
public sealed class MigrationTruth
{
    private readonly List<double> rounds = [];
    private readonly List<double> diskBytes = [];
    private readonly List<(MigrationStep Step, int Disk, DateTimeOffset At)> steps = [];

    /// <summary>The VM's uuid.</summary>
    public required string VmUuid { get; init; }

    /// <summary>The source's pool, by name.</summary>
    public required string Source { get; init; }

    /// <summary>The destination's pool, by name.</summary>
    public required string Destination { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; private set; }

    /// <summary>How it ended: empty while it runs, "success", "cancelled", or the error code.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>When each step began.</summary>
    public IReadOnlyList<(MigrationStep Step, int Disk, DateTimeOffset At)> Steps => steps;

    /// <summary>Bytes copied per disk, in order.</summary>
    public IReadOnlyList<double> DiskBytes => diskBytes;

    /// <summary>Bytes of mirrored writes, all disks.</summary>
    public double MirroredBytes { get; internal set; }

    /// <summary>Bytes of each memory pass, the last one included, with the stream's own overhead.</summary>
    public IReadOnlyList<double> MemoryRounds => rounds;

    /// <summary>How long the guest stood still.</summary>
    public TimeSpan Downtime { get; internal set; }

    /// <summary>All bytes moved.</summary>
    public double TotalBytes => diskBytes.Sum() + MirroredBytes + rounds.Sum();

    /// <summary>From the beginning to the end; null while it runs.</summary>
    public TimeSpan? Duration => Ended - Began;

    /// <summary>Notes the end.</summary>
    /// <param name="at">When.</param>
    /// <param name="outcome">"success", "cancelled" or an error code.</param>
    public void End(DateTimeOffset at, string outcome)
    {
        Ended ??= at;
        Outcome = outcome;
    }

    internal void Note(MigrationStep step, int disk, DateTimeOffset at) => steps.Add((step, disk, at));

    internal void AddDisk(double bytes) => diskBytes.Add(bytes);

    internal void AddRound(double bytes) => rounds.Add(bytes);
}
