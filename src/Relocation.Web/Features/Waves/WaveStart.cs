using System.Globalization;
using Relocation.Core.Preflight;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Data.Plans;
using Relocation.Data.Runs;
using Relocation.Engine.Runs;
using Relocation.Web.Access;
using Relocation.Web.Features.Execution;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Waves;

/// <summary>Turns a wave into a run and starts it. Nothing starts while something stands in the way of any of its VMs: a wave moves whole or not at all.</summary>
public sealed class WaveStart(PlanStore plans, CurrentInventory inventory, RunListing listing, RunControl control)
{
    private const int RunsLookedAt = 500;

    /// <summary>The wave as it would run now; null when plan or wave are not there.</summary>
    public async Task<CompiledRun?> PreviewAsync(RelocationId relocation, WaveId wave, CancellationToken cancellationToken) =>
        await plans.LoadAsync(relocation, cancellationToken) is { } plan && plan.Waves.Any(known => known.Id == wave)
            ? RunbookCompiler.Compile(plan, wave, inventory.Set, new RunId(Guid.NewGuid()), NewMove)
            : null;

    /// <summary>Starts it.</summary>
    public async Task<WaveStartOutcome> RunAsync(Actor actor, RelocationId relocation, WaveId wave, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Operate))
        {
            return WaveStartOutcome.Refused(ActionOutcome.Forbidden);
        }

        if (await plans.LoadAsync(relocation, cancellationToken) is not { } plan)
        {
            return WaveStartOutcome.Refused(ActionOutcome.Refused("relocation-not-found", ("relocation", relocation.ToString())));
        }

        if (plan.Waves.FirstOrDefault(known => known.Id == wave) is not { } planned)
        {
            return WaveStartOutcome.Refused(ActionOutcome.Refused("wave-not-found", ("wave", wave.ToString())));
        }

        var earlier = await listing.OfRelocationAsync(relocation, 0, RunsLookedAt, cancellationToken);
        if (earlier.Any(run => run.Run.Wave == wave && !run.Run.State.HasEnded()))
        {
            return WaveStartOutcome.Refused(ActionOutcome.Refused("wave-is-running"));
        }

        var id = new RunId(Guid.NewGuid());
        var compiled = RunbookCompiler.Compile(plan, wave, inventory.Set, id, NewMove);
        var blocking = compiled.Refusals.Where(finding => finding.Severity is Severity.Blocks).ToList();
        if (blocking.Count > 0)
        {
            var count = blocking.Count.ToString(CultureInfo.InvariantCulture);
            return WaveStartOutcome.Refused(ActionOutcome.Refused("wave-blocked", ("count", count)), blocking);
        }

        if (compiled.Moves.Count == 0)
        {
            return WaveStartOutcome.Refused(ActionOutcome.Refused("wave-empty"), compiled.Refusals);
        }

        var state = await control.StartAsync(actor, plan, planned, id, compiled.Moves, cancellationToken);
        return new WaveStartOutcome(state, ActionOutcome.Success, compiled.Refusals);
    }

    private static MoveId NewMove() => new(Guid.NewGuid());
}
