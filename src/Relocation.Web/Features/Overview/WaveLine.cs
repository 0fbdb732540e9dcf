using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Overview;

/// <summary>A wave of the plan as it stands.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="State">Done, running, ready, blocked, or planned while it has no VM.</param>
/// <param name="Moved">Its VMs that have arrived.</param>
/// <param name="Vms">Its VMs.</param>
/// <param name="Findings">Findings that block it.</param>
/// <param name="Run">The run of it that goes on.</param>
/// <param name="Moves">VMs that would move if it started now.</param>
public sealed record WaveLine(Wave Wave, WorkState State, int Moved, int Vms, int Findings, RunId? Run, int Moves)
{
    /// <summary>The waves of a plan in order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inventory">Present facts.</param>
    /// <param name="active">Runs that go on.</param>
    public static IReadOnlyList<WaveLine> Of(RelocationPlan plan, InventorySet inventory, IReadOnlyList<RunRecord> active) =>
        [.. plan.Waves.Select(wave => Of(plan, wave, inventory, active.FirstOrDefault(run => run.Wave == wave.Id)))];

    private static WaveLine Of(RelocationPlan plan, Wave wave, InventorySet inventory, RunRecord? run)
    {
        var vms = PlanOrder.Of(plan, wave.Id).ToList();
        var moved = vms.Count(vm => SitePicture.IsMoved(inventory, vm));
        if (run is not null)
        {
            return new WaveLine(wave, run.State is RunState.Paused ? WorkState.Paused : WorkState.Running, moved, vms.Count, 0, run.Id, 0);
        }

        if (vms.Count == 0 || moved == vms.Count)
        {
            return new WaveLine(wave, vms.Count == 0 ? WorkState.Planned : WorkState.Done, moved, vms.Count, 0, null, 0);
        }

        // The same question that starting it asks: what would run now, and what stands in the way.
        var compiled = RunbookCompiler.Compile(plan, wave.Id, inventory, new RunId(Guid.Empty), () => new MoveId(Guid.NewGuid()));
        var blocking = compiled.Refusals.Count(finding => finding.Severity is Severity.Blocks);
        return new WaveLine(wave, blocking > 0 || compiled.Moves.Count == 0 ? WorkState.Blocked : WorkState.Ready, moved, vms.Count, blocking, null, compiled.Moves.Count);
    }
}
