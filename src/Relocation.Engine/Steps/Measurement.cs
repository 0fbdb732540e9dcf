using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;

namespace Relocation.Engine.Steps;

/// <summary>What can be measured of a move that has arrived.</summary>
internal static class Measurement
{
    /// <summary>
    /// Time by the source pool's clock from the task's creation until the VM was seen running at the target; until the task ended where that
    /// was missed or the VM does not run; absent when the pool has forgotten the task. Data are the bytes that the disks take at the target.
    /// </summary>
    public static MeasuredFigures Of(MoveSight sight, DateTimeOffset? runningAt)
    {
        var bytes = Math.Max(sight.TargetBytes, sight.Seen.Target?.Disks.Sum(disk => disk.PhysicalUtilisation.Bytes) ?? 0);
        return new MeasuredFigures(sight.Task is { } task ? Seconds(task, runningAt) : null, bytes > 0 ? bytes : null, null, null);
    }

    /// <summary>An instant outside the task's own span was read from another clock and measures nothing.</summary>
    private static double? Seconds(MigrationTask task, DateTimeOffset? runningAt)
    {
        var whole = task.Finished is { } finished ? finished - task.Created : (TimeSpan?)null;
        var running = runningAt - task.Created;
        return running > TimeSpan.Zero && (whole is null || running <= whole) ? running.Value.TotalSeconds : whole?.TotalSeconds;
    }
}
