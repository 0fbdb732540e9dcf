using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Data.Access;
using Relocation.Data.Plans;
using Relocation.Simulator.Demonstration;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Demonstration;

/// <summary>Makes the demonstration's first plan from what the pools tell: groups by the tags of applications, the small ones in the first wave.</summary>
public sealed class DemonstrationPlan(CurrentInventory inventory, PlanStore plans, PlanEditing editing)
{
    private const string TimeZone = "Asia/Shanghai";
    private const int ParallelMoves = 3;
    private static readonly Actor Demonstration = new("demonstration", Role.Planner);

    /// <summary>Waits until all pools are known, then makes the plan unless there is one already.</summary>
    public async Task EnsureAsync(DemonstrationWorld world, CancellationToken cancellationToken)
    {
        await PoolsKnownAsync(world.Pools.Count, cancellationToken);
        if ((await plans.ListAsync(cancellationToken)).Count > 0)
        {
            return;
        }

        var facts = inventory.Set;
        var centre = world.Pools.Single(pool => pool.IsTarget).Name;
        var target = facts.Views.Single(view => view.Snapshot.Pool.Name == centre);
        var sources = facts.Views.Where(view => view != target).ToList();
        var link = new TransferLink(BitRate.FromBytesPerSecond(WeatherBureau.Line.BytesPerSecond), WeatherBureau.Line.Latency, 1500);
        var created = await editing.CreateAsync(
            Demonstration, "Weather bureau", new Site(WeatherBureau.OldSite, TimeZone, [.. sources.Select(PoolOf)]), new Site(WeatherBureau.NewSite, TimeZone, [PoolOf(target)]), link, cancellationToken);
        var plan = created.Plan ?? throw new InvalidOperationException($"The demonstration's plan was refused: {created.Outcome.Code}.");

        await ChangeAsync(plan, "plan.create-group", (edited, set) => Groups(edited, sources, PoolOf(target), set), cancellationToken);
        await ChangeAsync(plan, "plan.create-wave", (edited, _) => Waves(edited, sources), cancellationToken);
        await ChangeAsync(plan, "plan.confirm-mappings", (edited, _) => PlanChanges.ConfirmProposals(edited), cancellationToken);
    }

    private async Task PoolsKnownAsync(int count, CancellationToken cancellationToken)
    {
        TaskCompletionSource known = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(PoolId pool)
        {
            if (inventory.Set.Count >= count)
            {
                known.TrySetResult();
            }
        }

        inventory.Changed += Look;
        try
        {
            Look(default);
            await known.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            inventory.Changed -= Look;
        }
    }

    private async Task ChangeAsync(RelocationPlan plan, string action, Func<RelocationPlan, InventorySet, PlanChangeResult> edit, CancellationToken cancellationToken)
    {
        var result = await editing.EditAsync(Demonstration, plan.Id, null, action, edit, cancellationToken);
        if (!result.Outcome.Done)
        {
            throw new InvalidOperationException($"The demonstration's plan was refused at {action}: {result.Outcome.Code}.");
        }
    }

    private static PlanChangeResult Groups(RelocationPlan plan, List<InventoryView> sources, PoolId target, InventorySet facts)
    {
        var tagged = from view in sources
                     from vm in view.Snapshot.Vms
                     where vm.Kind == VmKind.VirtualMachine && ApplicationOf(vm) is not null
                     orderby ApplicationOf(vm), vm.Name, vm.Uuid
                     group new PlannedVm(vm.Id, PoolOf(view), target, null, vm.PowerState == PowerState.Running ? MoveMethod.Live : MoveMethod.Cold) by ApplicationOf(vm);
        return tagged.Aggregate(PlanChangeResult.Accept(plan), (result, application) =>
        {
            var id = new MoveGroupId(Guid.NewGuid());
            return result.Then(edited => PlanChanges.CreateGroup(edited, id, application.Key!)).Then(edited => PlanChanges.AddVms(edited, id, [.. application], facts));
        });
    }

    /// <summary>The first wave as the bureau suggests, then one wave per source pool.</summary>
    private static PlanChangeResult Waves(RelocationPlan plan, List<InventoryView> sources)
    {
        var first = new WaveId(Guid.NewGuid());
        var rest = sources.ToDictionary(PoolOf, _ => new WaveId(Guid.NewGuid()));
        var result = PlanChanges.CreateWave(plan, first, "First services", ParallelMoves);
        result = sources.Aggregate(result, (edited, view) => edited.Then(created => PlanChanges.CreateWave(created, rest[PoolOf(view)], view.Snapshot.Pool.Name, ParallelMoves)));
        return plan.Groups.Aggregate(result, (edited, group) => edited.Then(created =>
            PlanChanges.AssignGroup(created, group.Id, WeatherBureau.FirstWave.Contains(group.Name) ? first : rest[group.Vms[0].SourcePool])));
    }

    private static PoolId PoolOf(InventoryView view) => view.Snapshot.Pool.Id;

    private static string? ApplicationOf(Vm vm) =>
        vm.Tags.FirstOrDefault(tag => tag.StartsWith(WeatherBureau.ApplicationTag, StringComparison.Ordinal))?[WeatherBureau.ApplicationTag.Length..];
}
