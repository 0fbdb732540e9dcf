using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Engine.Driving;

/// <summary>
/// Measures the pause of a live move from observations. The VM stopped at some time after it was last seen running at the source and started
/// before it was first seen running at the target; what was seen between narrows both ends.
/// </summary>
internal sealed class DowntimeWatch
{
    private DateTimeOffset? _lastRunningAtSource;
    private DateTimeOffset? _firstStopped;
    private DateTimeOffset? _lastStopped;

    /// <summary>When it was first seen running at the target.</summary>
    public DateTimeOffset? RunningAt { get; private set; }

    /// <summary>The middle of the interval in which the pause must lie, and how far it may be off to either side; null when an end was missed.</summary>
    public (double Seconds, double Resolution)? Pause
    {
        get
        {
            if (_lastRunningAtSource is not { } before || RunningAt is not { } after)
            {
                return null;
            }

            var most = (after - before).TotalSeconds;
            var least = _firstStopped is { } from && _lastStopped is { } to ? (to - from).TotalSeconds : 0;
            return ((most + least) / 2, (most - least) / 2);
        }
    }

    public void See(MoveObservation seen)
    {
        if (RunningAt is not null)
        {
            return;
        }

        if (seen.Target is { PowerState: PowerState.Running })
        {
            RunningAt = seen.At;
        }
        else if (seen.Source is { PowerState: PowerState.Running })
        {
            // A guest that stopped and runs at the source again did so in an attempt that failed.
            _lastRunningAtSource = seen.At;
            _firstStopped = _lastStopped = null;
        }
        else if (_lastRunningAtSource is not null)
        {
            _firstStopped ??= seen.At;
            _lastStopped = seen.At;
        }
    }
}
