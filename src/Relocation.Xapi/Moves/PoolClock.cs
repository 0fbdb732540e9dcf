namespace Relocation.Xapi.Moves;

/// <summary>
/// A pool's clock as finely as ours. XAPI tells whole seconds only (host.get_servertime), so that its clock is read to know how far it is from ours,
/// and ours to know how time passes; where the two drift apart, as in a rehearsal whose clock runs faster, the pool's is believed.
/// </summary>
internal sealed class PoolClock
{
    /// <summary>A second is cut off each reading, and answers take a moment.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1.5);

    private readonly Lock gate = new();
    private (DateTimeOffset Pool, DateTimeOffset Ours)? anchor;

    /// <summary>The pool's instant.</summary>
    /// <param name="told">What the pool told.</param>
    /// <param name="ours">Our clock then.</param>
    public DateTimeOffset Read(DateTimeOffset told, DateTimeOffset ours)
    {
        lock (gate)
        {
            if (anchor is { } known && ((known.Pool + (ours - known.Ours)) - told).Duration() <= Tolerance)
            {
                return known.Pool + (ours - known.Ours);
            }

            anchor = (told, ours);
            return told;
        }
    }
}
