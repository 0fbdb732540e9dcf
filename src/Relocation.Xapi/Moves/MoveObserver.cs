using Relocation.Core.Hypervisors;

namespace Relocation.Xapi.Moves;

/// <summary>
/// Reads the facts of a move from both pools. The order of reading matters: tasks first, so that facts are never older than the task's state; then
/// the source, then the target, so that a VM that crosses meanwhile is seen twice at worst and never nowhere.
/// </summary>
internal sealed class MoveObserver(PoolLink source, PoolLink target, TimeProvider time)
{
    public async Task<MoveObservation> ObserveAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        var at = await source.NowAsync(time, cancellationToken);
        var all = await TaskReader.AllAsync(source, cancellationToken);
        var here = await VmReader.ReadAsync(source, order.Vm, cancellationToken);
        var there = order.SourcePool == order.TargetPool ? here : await VmReader.ReadAsync(target, order.Vm, cancellationToken);
        var tasks = await TaskReader.OfAsync(order, all, here, [source, target], cancellationToken);
        var begun = tasks.Count > 0 || there is not null || here?.Facts.MarkedFor == order.Move.ToString();
        var onTargetSrs = begun ? await TargetDisks.OnTargetSrsAsync(order, target, cancellationToken) : [];
        var working = tasks.Any(task => task.Status is MigrationTaskStatus.Pending or MigrationTaskStatus.Cancelling);
        var ours = tasks.Count > 0 || (here ?? there)?.Facts.MarkedFor == order.Move.ToString();
        return new MoveObservation
        {
            At = at,
            Source = here?.Facts,
            Target = there?.Facts,
            Tasks = tasks,
            Leftovers = ours && !working ? await new LeftoverFinder(order, source, target).FindAsync(here, there, onTargetSrs, cancellationToken) : [],
            TargetDisks = begun ? await TargetDisks.ArrivingAsync(order, here, there, onTargetSrs, target, cancellationToken) : [],
        };
    }
}
