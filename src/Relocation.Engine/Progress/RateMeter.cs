using Relocation.Core.Runbooks;

namespace Relocation.Engine.Progress;

/// <summary>The rate at which disks arrive, smoothed, by the source pool's clock.</summary>
internal sealed class RateMeter
{
    /// <summary>Older observations count for a third after so many seconds.</summary>
    private const double Memory = 20;

    private (DateTimeOffset At, double Bytes)? _last;
    private DateTimeOffset? _seenAt;
    private double? _rate;

    /// <summary>
    /// Takes a reading and returns bytes per second; null before two instants were seen while disks are copied. Between observations of both
    /// pools only the task is read, without any clock of the pool's: such readings, whose instant is an old one, are passed over.
    /// </summary>
    public double? See(DateTimeOffset at, MoveProgress progress)
    {
        if (progress.Phase > MovePhase.Disk)
        {
            return null;
        }

        if (at == _seenAt)
        {
            return _rate;
        }

        _seenAt = at;
        if (progress.Phase == MovePhase.Disk)
        {
            _rate = _last is { } last ? Smoothed(Math.Max(0, progress.BytesDone - last.Bytes), (at - last.At).TotalSeconds) : null;
            _last = (at, progress.BytesDone);
        }

        return _rate;
    }

    private double? Smoothed(double bytes, double seconds)
    {
        if (seconds <= 0)
        {
            return _rate;
        }

        return _rate is { } smooth ? smooth + (((bytes / seconds) - smooth) * (1 - Math.Exp(-seconds / Memory))) : bytes / seconds;
    }
}
