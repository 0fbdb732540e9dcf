using Relocation.Core.Estimation;
using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;
using Relocation.Engine.Steps;

namespace Relocation.Engine.Progress;

/// <summary>
/// Turns XAPI's single figure, which starts anew with every phase, into phases: a fall while disks are copied means that they have all
/// arrived, and facts of both pools prove the rest. What a figure means within a phase is told by <see cref="LiveEta"/>. Nothing ever goes back
/// to an earlier phase.
/// </summary>
internal sealed class ProgressReader
{
    /// <summary>Forwarded figures are rounded to three decimals (helpers.ml); a smaller fall is no new phase.</summary>
    private const double Fall = 0.02;

    /// <summary>The last reading of disks that came with an observation, by the pool's clock: rates are measured between such readings only.</summary>
    private (DateTimeOffset At, double Bytes)? _anchor;
    private DateTimeOffset? _seenAt;

    /// <summary>Reads a running task.</summary>
    /// <param name="record">The move, with its progress so far.</param>
    /// <param name="sight">The task as read now, and both pools as observed last.</param>
    /// <param name="now">The engine's clock.</param>
    public MoveProgress Read(MoveRecord record, MoveSight sight, DateTimeOffset now)
    {
        var figure = Math.Clamp(sight.Task?.Progress ?? 0, 0, 1);
        var phase = PhaseOf(record.Runbook, record.Progress, sight, figure);
        var seenAt = sight.Seen.At;
        var fresh = seenAt != _seenAt;
        _seenAt = seenAt;
        var before = record.Progress is not { } known ? null
            : fresh && _anchor is { } anchor ? known with { At = anchor.At, BytesDone = anchor.Bytes }
            : known with { At = seenAt };
        var read = LiveEta.Read(record.Runbook, record.Forecast, before, phase, figure, seenAt);
        if (fresh)
        {
            _anchor = phase == MovePhase.Disk ? (seenAt, read.BytesDone) : null;
        }

        return read with { At = now };
    }

    private static MovePhase PhaseOf(Runbook runbook, MoveProgress? before, MoveSight sight, double figure)
    {
        var last = before?.Phase is { } known and >= MovePhase.Prepare and <= MovePhase.CleanUp ? known : MovePhase.Prepare;
        var seen = ByFacts(runbook.Order.Method == MoveMethod.Live, sight);
        if (last == MovePhase.Prepare && (figure > 0 || sight.Seen.TargetDisks.Count > 0))
        {
            last = runbook.Disks.Count > 0 ? MovePhase.Disk : MovePhase.Memory;
        }
        else if (last == MovePhase.Disk && figure < before!.TaskProgress - Fall)
        {
            last = runbook.Order.Method == MoveMethod.Live ? MovePhase.Memory : MovePhase.CleanUp;
        }

        return seen > last ? seen : last;
    }

    /// <summary>The phase that the facts prove to be reached.</summary>
    private static MovePhase ByFacts(bool live, MoveSight sight)
    {
        if (sight.Seen.Target is not { } target)
        {
            return MovePhase.Prepare;
        }

        if (!live || target.PowerState == PowerState.Running)
        {
            return MovePhase.CleanUp;
        }

        return sight.Seen.Source is { PowerState: PowerState.Running } ? MovePhase.Memory : MovePhase.HandOver;
    }
}
