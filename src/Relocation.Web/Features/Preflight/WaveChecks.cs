using Relocation.Core.Hypervisors;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Web.Access;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Features.Preflight;

/// <summary>What stands in the way of a wave: by our own checks, and by asking the pools with the real mapping.</summary>
public sealed class WaveChecks(PlanStore plans, CurrentInventory inventory, WaveStart waves, IVmMovers movers)
{
    /// <summary>Our own findings for a wave, or for the whole plan with null; null when the plan is not there.</summary>
    public async Task<PreflightReport?> FindAsync(RelocationId relocation, WaveId? wave, CancellationToken cancellationToken) =>
        await plans.LoadAsync(relocation, cancellationToken) is { } plan ? PreflightRunner.Run(plan, inventory.Set, wave) : null;

    /// <summary>Asks the pools about every move of the wave that can be compiled, one after the other so as not to burden them.</summary>
    public async Task<(IReadOnlyList<PoolVerdict>? Verdicts, ActionOutcome Outcome)> AskAsync(Actor actor, RelocationId relocation, WaveId wave, CancellationToken cancellationToken)
    {
        if (!MayAsk(actor))
        {
            return (null, ActionOutcome.Forbidden);
        }

        if (await waves.PreviewAsync(relocation, wave, cancellationToken) is not { } compiled)
        {
            return (null, ActionOutcome.Refused("wave-not-found", ("wave", wave.ToString())));
        }

        List<PoolVerdict> verdicts = [];
        foreach (var move in compiled.Moves)
        {
            verdicts.Add(await AskAsync(move.Runbook.Order, cancellationToken));
        }

        return (verdicts, ActionOutcome.Success);
    }

    /// <summary>Whoever plans or runs waves may burden the pools with questions.</summary>
    public static bool MayAsk(Actor actor) => actor.May(Permission.Plan) || actor.May(Permission.Operate);

    private async Task<PoolVerdict> AskAsync(MoveOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var mover = await movers.BetweenAsync(order.SourcePool, order.TargetPool, cancellationToken);
            var error = await mover.AssertCanMigrateAsync(order, cancellationToken);
            return new PoolVerdict(order.Vm, order.VmName, error is null, error, "");
        }
        catch (HypervisorUnreachableException exception)
        {
            return new PoolVerdict(order.Vm, order.VmName, false, null, exception.Message);
        }
    }
}
