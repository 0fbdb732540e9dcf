namespace Relocation.Web.Features.Execution;

/// <summary>How fast the pools' clock goes beside ours. A rehearsal's clock runs faster, so that remaining times by the pools' clock must be turned into ours before an end is predicted.</summary>
public sealed class PoolPace
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private (DateTimeOffset Pool, DateTimeOffset Here)? first;

    /// <summary>Pools' seconds per second of ours; 1 where the difference is no more than noise; null before two sightings far enough apart.</summary>
    public double? Factor { get; private set; }

    /// <summary>Notes that the pools' clock was seen at an instant.</summary>
    /// <param name="pool">What it showed.</param>
    /// <param name="here">What ours showed.</param>
    public void Saw(DateTimeOffset pool, DateTimeOffset here)
    {
        if (first is not { } known || pool < known.Pool)
        {
            first = (pool, here);
            return;
        }

        if (here - known.Here >= Shortest && pool > known.Pool)
        {
            var factor = (pool - known.Pool) / (here - known.Here);
            Factor = factor is > 0.8 and < 1.25 ? 1 : factor;
        }
    }
}
