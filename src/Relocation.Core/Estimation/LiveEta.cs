using Relocation.Core.Runbooks;

namespace Relocation.Core.Estimation;

/// <summary>
/// Reads XAPI's task progress. While disks are copied it is (finished + p·size)/total by virtual size, with p from 0.05 to 0.95 over the copy of
/// one disk (xapi_vm_migrate.ml, with_remote_vdi and mirror progress); then it starts again for memory, and again for clean-up.
/// </summary>
public static class LiveEta
{
    private const double CopyStart = 0.05;
    private const double CopyShare = 0.9;

    /// <summary>Seconds over which the rate forgets.</summary>
    private const double RateMemorySeconds = 30;

    /// <summary>Which disk is being copied and how far.</summary>
    /// <param name="disks">The runbook's disks, in XAPI's order.</param>
    /// <param name="taskProgress">XAPI's figure, from 0 to 1.</param>
    public static DiskPosition Locate(IReadOnlyList<RunbookDisk> disks, double taskProgress)
    {
        var total = Total(disks);
        var done = Math.Clamp(double.IsFinite(taskProgress) ? taskProgress : 0, 0, 1) * total;
        var (weighed, sent) = (0.0, 0.0);
        for (var index = 0; index < disks.Count; index++)
        {
            var size = (double)disks[index].VirtualSize.Bytes;
            if (done < weighed + size)
            {
                var fraction = Math.Clamp((((done - weighed) / size) - CopyStart) / CopyShare, 0, 1);
                return new DiskPosition(index + 1, disks[index].Name, fraction, weighed + (fraction * size), sent + (fraction * disks[index].AllocatedSize.Bytes));
            }

            weighed += size;
            sent += disks[index].AllocatedSize.Bytes;
        }

        return new DiskPosition(0, "", 1, total, sent);
    }

    /// <summary>The progress that a reading amounts to. Within one phase it never falls.</summary>
    /// <param name="runbook">What is being done.</param>
    /// <param name="forecast">What was predicted, or null.</param>
    /// <param name="previous">The reading before, of the same attempt; null for the first.</param>
    /// <param name="phase">The phase the facts show; XAPI's figure alone does not tell it.</param>
    /// <param name="taskProgress">XAPI's figure.</param>
    /// <param name="at">When it was read.</param>
    public static MoveProgress Read(Runbook runbook, MoveForecast? forecast, MoveProgress? previous, MovePhase phase, double taskProgress, DateTimeOffset at)
    {
        var position = phase switch
        {
            < MovePhase.Disk => default(DiskPosition) with { Name = "" },
            MovePhase.Disk => Locate(runbook.Disks, taskProgress),
            _ => Locate(runbook.Disks, 1),
        };
        var same = previous?.Phase == phase ? previous : null;
        if (same is not null && position.WeighedBytes < same.BytesDone)
        {
            position = At(runbook.Disks, same.BytesDone);
        }

        var total = Total(runbook.Disks);
        var rate = phase is MovePhase.Disk ? Rate(runbook.Disks, previous, position, at) : null;
        var fraction = phase switch
        {
            MovePhase.Waiting => 0,
            MovePhase.Disk => total > 0 ? position.WeighedBytes / total : 1,
            MovePhase.Finished => 1,
            _ => Math.Clamp(double.IsFinite(taskProgress) ? taskProgress : 0, 0, 1),
        };
        fraction = Math.Max(fraction, same?.PhaseFraction ?? 0);
        return new MoveProgress
        {
            Phase = phase,
            DiskNumber = position.Number,
            DiskCount = runbook.Disks.Count,
            DiskName = position.Name,
            PhaseFraction = fraction,
            BytesDone = position.WeighedBytes,
            BytesTotal = total,
            BytesPerSecond = rate,
            RemainingSeconds = forecast is null ? null : RemainingTime.Of(runbook.Disks, forecast, phase, fraction, position, rate),
            TaskProgress = taskProgress,
            At = at,
        };
    }

    private static double? Rate(IReadOnlyList<RunbookDisk> disks, MoveProgress? previous, DiskPosition position, DateTimeOffset at)
    {
        if (previous is null || previous.Phase is not MovePhase.Disk || at <= previous.At)
        {
            return previous?.BytesPerSecond;
        }

        var seconds = (at - previous.At).TotalSeconds;
        var sent = Math.Max(0, position.SentBytes - At(disks, previous.BytesDone).SentBytes);
        var weight = 1 - Math.Exp(-seconds / RateMemorySeconds);
        return previous.BytesPerSecond is { } before ? before + (weight * ((sent / seconds) - before))
            : sent > 0 ? sent / seconds
            : null;
    }

    /// <summary>The position at which so many bytes are done, weighed by virtual size.</summary>
    private static DiskPosition At(IReadOnlyList<RunbookDisk> disks, double weighedBytes)
    {
        var (weighed, sent) = (0.0, 0.0);
        for (var index = 0; index < disks.Count; index++)
        {
            var size = (double)disks[index].VirtualSize.Bytes;
            if (weighedBytes < weighed + size)
            {
                var fraction = (weighedBytes - weighed) / size;
                return new DiskPosition(index + 1, disks[index].Name, fraction, weighedBytes, sent + (fraction * disks[index].AllocatedSize.Bytes));
            }

            weighed += size;
            sent += disks[index].AllocatedSize.Bytes;
        }

        return new DiskPosition(0, "", 1, weighed, sent);
    }

    private static double Total(IReadOnlyList<RunbookDisk> disks) => disks.Sum(disk => (double)disk.VirtualSize.Bytes);
}
