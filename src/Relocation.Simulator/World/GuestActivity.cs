namespace Relocation.Simulator.World;

/// <summary>
/// What a running guest does to its memory and disks. Pages fall into a hot and a cold set; within a span τ a set of W bytes written at r bytes per
/// second leaves W·(1 − e^(−rτ/W)) distinct bytes dirty, as random writes with repetition do.
/// </summary>
/// <param name="HotBytes">Size of the hot set.</param>
/// <param name="HotRate">Writes to the hot set, bytes per second.</param>
/// <param name="ColdBytes">Size of the cold set.</param>
/// <param name="ColdRate">Writes to the cold set, bytes per second.</param>
/// <param name="DiskWriteRate">Writes to all its disks together, bytes per second.</param>
public sealed record GuestActivity(double HotBytes, double HotRate, double ColdBytes, double ColdRate, double DiskWriteRate)
{
    /// <summary>A guest that writes nothing.</summary>
    public static GuestActivity Idle { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Distinct bytes of memory dirtied within a span.</summary>
    public double DirtyWithin(TimeSpan span) => Set(HotBytes, HotRate, span.TotalSeconds) + Set(ColdBytes, ColdRate, span.TotalSeconds);

    private static double Set(double size, double rate, double seconds) =>
        size <= 0 || rate <= 0 ? 0 : size * (1 - Math.Exp(-rate * seconds / size));
}
