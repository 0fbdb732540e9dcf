using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Steps;

namespace Relocation.Engine.Progress;

/// <summary>
/// Turns XAPI's single figure, which starts anew with every phase, into phases. While disks are copied it is
/// (bytes of finished disks + p × size of the current one) / bytes of all, with p from 0.05 to 0.95 (xapi_vm_migrate.ml); then it falls back
/// for memory. Facts of both pools tell the rest. Nothing ever goes back to an earlier phase.
/// </summary>
internal static class ProgressReader
{
    /// <summary>Forwarded figures are rounded to three decimals; a smaller fall is no new phase.</summary>
    private const double Fall = 0.02;

    public static MoveProgress Read(Runbook runbook, MoveProgress? before, MoveSight sight, DateTimeOffset at)
    {
        var figure = Math.Clamp(sight.Task?.Progress ?? 0, 0, 1);
        var phase = PhaseOf(runbook, before, sight, figure);
        var total = runbook.Disks.Sum(disk => (double)disk.AllocatedSize.Bytes);
        var fresh = new MoveProgress
        {
            Phase = phase,
            DiskCount = runbook.Disks.Count,
            BytesTotal = total,
            BytesDone = phase > MovePhase.Disk ? total : 0,
            PhaseFraction = phase == MovePhase.Memory ? figure : 0,
            TaskProgress = figure,
            At = at,
        };
        return NeverBack(before, phase == MovePhase.Disk ? OnDisk(runbook, fresh, figure) : fresh);
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

    private static MoveProgress OnDisk(Runbook runbook, MoveProgress progress, double figure)
    {
        var copied = figure * runbook.Disks.Sum(disk => (double)disk.VirtualSize.Bytes);
        var arrived = 0.0;
        for (var index = 0; index < runbook.Disks.Count; index++)
        {
            var disk = runbook.Disks[index];
            var size = (double)disk.VirtualSize.Bytes;
            if (copied < size || index == runbook.Disks.Count - 1)
            {
                var fraction = size > 0 ? Math.Clamp(((copied / size) - 0.05) / 0.9, 0, 1) : 0;
                return progress with
                {
                    DiskNumber = index + 1,
                    DiskName = disk.Name,
                    PhaseFraction = fraction,
                    BytesDone = arrived + (fraction * disk.AllocatedSize.Bytes),
                };
            }

            copied -= size;
            arrived += disk.AllocatedSize.Bytes;
        }

        return progress;
    }

    private static MoveProgress NeverBack(MoveProgress? before, MoveProgress fresh)
    {
        if (before is null || before.Phase != fresh.Phase)
        {
            return fresh;
        }

        if (fresh.DiskNumber < before.DiskNumber)
        {
            return before with { TaskProgress = fresh.TaskProgress, At = fresh.At };
        }

        return fresh with
        {
            PhaseFraction = fresh.DiskNumber == before.DiskNumber ? Math.Max(before.PhaseFraction, fresh.PhaseFraction) : fresh.PhaseFraction,
            BytesDone = Math.Max(before.BytesDone, fresh.BytesDone),
            BytesPerSecond = before.BytesPerSecond,
        };
    }
}
