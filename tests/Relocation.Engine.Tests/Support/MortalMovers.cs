using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Engine.Tests.Support;

/// <summary>The fake world as one life of a process reaches it: it may die before or after each effect.</summary>
internal sealed class MortalMovers(FakeWorld world, Life life) : IVmMovers, IVmMover
{
    public Func<Task> BeforeMark { get; init; } = () => Task.CompletedTask;

    public Task<IVmMover> BetweenAsync(PoolId source, PoolId target, CancellationToken cancellationToken) => Task.FromResult<IVmMover>(this);

    public Task<HypervisorError?> AssertCanMigrateAsync(MoveOrder order, CancellationToken cancellationToken) => CallAsync("assert", order, () => world.Check(order));

    public Task<MoveObservation> ObserveAsync(MoveOrder order, CancellationToken cancellationToken) => CallAsync("observe", order, () => world.Observe(order));

    public async Task<MigrationTaskId> SendAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        await BeforeMark();
        await CallAsync("mark", order, () => world.Vms[order.Vm].Mark = order.Move.ToString());
        var sent = await CallAsync("send", order, () => world.Send(order));
        await CallAsync("tag", order, () => sent.Tagged = true);
        return sent.Task;
    }

    public Task<MigrationTask?> ObserveTaskAsync(MoveOrder order, MigrationTaskId task, CancellationToken cancellationToken) =>
        CallAsync("task", order, () => world.Task(order, task));

    public Task RequestCancelAsync(MoveOrder order, MigrationTaskId task, CancellationToken cancellationToken) =>
        CallAsync("cancel", order, () =>
        {
            world.Cancel(order, task);
            return true;
        });

    public Task RestoreAttributesAsync(MoveOrder order, MovedAttributes attributes, CancellationToken cancellationToken) =>
        CallAsync("restore", order, () =>
        {
            var vm = world.Vms[order.Vm];
            vm.Restorations++;
            vm.Mark = null;
            return vm.AttributesRestored = vm.Arrived(world.Now);
        });

    private async Task<T> CallAsync<T>(string call, MoveOrder order, Func<T> effect)
    {
        life.Point($"before {call}");
        await Task.Yield();
        if (world.Refuse(call, order) is { } refusal)
        {
            throw refusal;
        }

        var answer = effect();
        life.Point($"after {call}");
        await Task.Yield();
        return world.LosesAnswer(call, order) ? throw new HypervisorUnreachableException($"No answer to {call}.") : answer;
    }
}
