using Relocation.Core.Estimation;

namespace Relocation.Engine.Steps;

/// <summary>What can be measured of a move that has arrived.</summary>
internal static class Measurement
{
    /// <summary>
    /// Time by the source pool's clock from the task's creation until the VM was seen running at the target, or until the task ended for a VM
    /// that does not run; absent when the pool has forgotten the task. Data are the bytes that the disks take at the target.
    /// </summary>
    public static MeasuredFigures Of(MoveSight sight, DateTimeOffset? runningAt)
    {
        var end = runningAt ?? sight.Task?.Finished;
        double? seconds = sight.Task is { } task && end is { } at ? (at - task.Created).TotalSeconds : null;
        var bytes = Math.Max(sight.TargetBytes, sight.Seen.Target?.Disks.Sum(disk => disk.PhysicalUtilisation.Bytes) ?? 0);
        return new MeasuredFigures(seconds, bytes > 0 ? bytes : null, null, null);
    }
}
