using Relocation.Core.Hypervisors;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>
/// Judges a sending whose task does not run: by the task's end where facts agree with it, else by facts alone once they have stood still
/// for long enough.
/// </summary>
internal sealed class MigrationVerdict(TimeProvider time, EngineOptions options)
{
    private (VmPlace Place, bool Busy, long Bytes, string Power) _last;
    private long? _stillSince;

    /// <summary>The task runs: whatever was counted before is void.</summary>
    public void StillGoesOn() => _stillSince = null;

    /// <summary>How it ended, or null while that cannot be told.</summary>
    public MigrationEnd? Of(MoveRecord record, MoveSight sight)
    {
        if (sight.Arrived)
        {
            return new MigrationEnd.Arrived();
        }

        if (sight.AtRestAtSource && sight.Task is { Status: MigrationTaskStatus.Cancelled })
        {
            return new MigrationEnd.Cancelled(sight.Seen.Leftovers);
        }

        if (sight.AtRestAtSource && sight.Task is { Status: MigrationTaskStatus.Failure, Error: { } error })
        {
            var failure = new MoveFailure(error.Code, error.Parameters, true, sight.Seen.Leftovers);
            return new MigrationEnd.Refused(failure, TransientErrors.EndedBeforeItBegan(error.Code));
        }

        // An operation that nobody's task explains may be a migration that outlived its coordinator: it is given much longer.
        return StoodStillFor(sight) >= (sight.Busy ? options.UnreachableFor : options.SettleFor) ? Settled(record, sight) : null;
    }

    private static MigrationEnd Settled(MoveRecord record, MoveSight sight)
    {
        switch (sight.Place)
        {
            case VmPlace.Both:
                return Unclear(FailureCodes.VmInBothPools, sight);
            case VmPlace.Neither:
                return Unclear(FailureCodes.VmInNeitherPool, sight);
            case VmPlace.TargetOnly:
                return Unclear(FailureCodes.VmBusy, sight, [.. sight.Seen.Target!.CurrentOperations]);
        }

        if (sight.Busy)
        {
            return Unclear(FailureCodes.VmBusy, sight, [.. sight.Seen.Source!.CurrentOperations]);
        }

        if (sight.Task is not null)
        {
            return Unclear(FailureCodes.SuccessNotSeen, sight, sight.Place.ToString());
        }

        if (record.Task is not null)
        {
            var lost = new MoveFailure(FailureCodes.TaskLost, [sight.Seen.Source!.PowerState.ToString()], true, sight.Seen.Leftovers);
            return new MigrationEnd.Refused(lost, false);
        }

        // The mark is set before anything is sent. Without it and without leftovers, the sending never began.
        var traces = sight.Seen.Leftovers.Select(left => $"{left.Class} {left.Uuid}").Concat(sight.MarkedFor(record) ? ["mark"] : []).ToArray();
        return traces.Length > 0 ? Unclear(FailureCodes.SendUnanswered, sight, traces) : new MigrationEnd.NeverSent();
    }

    private static MigrationEnd.Unclear Unclear(string code, MoveSight sight, params string[] parameters) =>
        new(new MoveFailure(code, parameters, true, sight.Seen.Leftovers));

    private TimeSpan StoodStillFor(MoveSight sight)
    {
        var now = (sight.Place, sight.Busy, sight.TargetBytes, $"{sight.Seen.Source?.PowerState}/{sight.Seen.Target?.PowerState}");
        if (_stillSince is not { } since || now != _last)
        {
            _stillSince = time.GetTimestamp();
            _last = now;
            return TimeSpan.Zero;
        }

        return time.GetElapsedTime(since);
    }
}
