namespace Relocation.Xapi.Sessions;

/// <summary>Exponential waits with jitter: half of the wait is fixed, half is drawn, so that many clients do not return together.</summary>
/// <param name="first">Wait before the first repetition.</param>
/// <param name="longest">No wait is longer.</param>
/// <param name="seed">Seed of the jitter.</param>
internal sealed class RetryDelay(TimeSpan first, TimeSpan longest, int seed)
{
    private readonly Random random = new(seed);
    private readonly Lock gate = new();

    /// <summary>The wait before repetition number <paramref name="repetition"/>, counted from 1.</summary>
    public TimeSpan Before(int repetition)
    {
        var full = Math.Min(first.Ticks * Math.Pow(2, Math.Clamp(repetition - 1, 0, 30)), longest.Ticks);
        lock (gate)
        {
            return TimeSpan.FromTicks((long)(full * (0.5 + (random.NextDouble() / 2))));
        }
    }
}
