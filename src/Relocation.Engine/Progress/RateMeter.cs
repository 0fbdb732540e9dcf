using Relocation.Core.Runbooks;

namespace Relocation.Engine.Progress;

/// <summary>The rate at which disks arrive, smoothed, by the source pool's clock.</summary>
internal sealed class RateMeter
{
    /// <summary>Older observations count for a third after so many seconds.</summary>
    private const double Memory = 20;

    private (DateTimeOffset At, double Bytes)? _last;
    private double? _rate;

    /// <summary>Takes an observation and returns bytes per second; null before two different instants were seen, and when no disk is copied.</summary>
    public double? See(DateTimeOffset at, MoveProgress progress)
    {
        if (progress.Phase != MovePhase.Disk)
        {
            return null;
        }

        if (_last is not { } last)
        {
            _last = (at, progress.BytesDone);
            return null;
        }

        var seconds = (at - last.At).TotalSeconds;
        if (seconds > 0)
        {
            var rate = Math.Max(0, progress.BytesDone - last.Bytes) / seconds;
            _rate = _rate is { } smooth ? smooth + ((rate - smooth) * (1 - Math.Exp(-seconds / Memory))) : rate;
            _last = (at, progress.BytesDone);
        }

        return _rate;
    }
}
