using Relocation.Core.Hypervisors;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>What an observation means for one attempt of a move: where the VM is, and what goes on.</summary>
internal sealed record MoveSight(MoveObservation Seen, MigrationTask? Task)
{
    public VmPlace Place => (Seen.Source is not null, Seen.Target is not null) switch
    {
        (true, false) => VmPlace.SourceOnly,
        (false, true) => VmPlace.TargetOnly,
        (true, true) => VmPlace.Both,
        (false, false) => VmPlace.Neither,
    };

    /// <summary>This attempt's task is going on.</summary>
    public bool TaskRuns => Task?.Status is MigrationTaskStatus.Pending or MigrationTaskStatus.Cancelling;

    /// <summary>Some operation goes on with the VM, of whatever origin.</summary>
    public bool Busy => Seen.Source?.CurrentOperations.Count > 0 || Seen.Target?.CurrentOperations.Count > 0 || Seen.Target?.ImportInProgress == true;

    /// <summary>The VM is in the target pool alone and nothing is going on any more.</summary>
    public bool Arrived => Place == VmPlace.TargetOnly && !TaskRuns && !Busy;

    /// <summary>The VM is in the source pool alone and nothing goes on.</summary>
    public bool AtRestAtSource => Place == VmPlace.SourceOnly && !TaskRuns && !Busy;

    /// <summary>Bytes of the move's disks at the target; a figure that grows is a move that goes on.</summary>
    public long TargetBytes => Seen.TargetDisks.Sum(disk => disk.PhysicalUtilisation.Bytes);

    public bool MarkedFor(MoveRecord record) => Seen.Source?.MarkedFor == record.Id.ToString();

    public static MoveSight Of(MoveRecord record, MoveObservation seen) => new(seen, TaskOf(record, seen.Tasks));

    private static MigrationTask? TaskOf(MoveRecord record, IReadOnlyList<MigrationTask> tasks) =>
        record.Task is { } known
            ? tasks.FirstOrDefault(task => task.Id == known)
            : tasks.FirstOrDefault(task => !record.EarlierTasks.Contains(task.Id));
}
