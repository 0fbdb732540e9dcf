using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;

namespace Relocation.Core.Runbooks;

/// <summary>
/// Freezes a wave into orders that name every object: host, transfer network, target SR of every disk, target network of every interface. What
/// preflight blocks is left out with its findings; nothing is guessed. The same plan and facts give the same moves.
/// </summary>
public static class RunbookCompiler
{
    /// <summary>Version of the runbooks made now.</summary>
    public const int Version = 1;

    private static readonly RunbookStep[] Steps = [RunbookStep.Prepare, RunbookStep.Check, RunbookStep.Migrate, RunbookStep.Verify, RunbookStep.Restore];

    /// <summary>These stand in a VM's way only because of VMs before it, so they are asked again once those that cannot run are left out.</summary>
    private static readonly HashSet<string> CausedByOthers = new(StringComparer.Ordinal) { "host.not-enough-memory", "sr.no-space" };

    /// <summary>Compiles a wave.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="inventory">Present facts of all pools.</param>
    /// <param name="run">The run the moves will belong to.</param>
    /// <param name="ids">Gives each move its id.</param>
    /// <exception cref="ArgumentException">The plan has no such wave.</exception>
    public static CompiledRun Compile(RelocationPlan plan, WaveId wave, InventorySet inventory, RunId run, Func<MoveId> ids)
    {
        var chosen = plan.Waves.FirstOrDefault(candidate => candidate.Id == wave) ?? throw new ArgumentException($"The plan has no wave {wave}.", nameof(wave));
        var refusals = Refused(PreflightRunner.Run(plan, inventory, wave), finding => !CausedByOthers.Contains(finding.Code));
        var able = Without(plan, refusals);
        var context = new PreflightContext(able, inventory, wave);
        var crowded = Refused(PreflightRunner.Run(context), _ => true);
        var refused = crowded.Select(finding => finding.Vm).ToHashSet();
        var moves = context.Moves.Where(move => !refused.Contains(move.Planned.Vm)).ToList();

        var concurrency = WaveConcurrency.Of(moves.Select(move => move.Vm.ResidentOn), chosen.MaximumParallelMoves);
        var groups = plan.Groups.SelectMany(group => group.Vms.Select(planned => (planned.Vm, group.Name))).ToDictionary(pair => pair.Vm, pair => pair.Name);
        return new CompiledRun(
            [.. moves.Select(move => new CompiledMove(groups[move.Planned.Vm], Freeze(context, move, run, ids()), Forecast(plan, move, concurrency)))],
            [.. refusals, .. crowded],
            concurrency);
    }

    private static List<Finding> Refused(PreflightReport report, Func<Finding, bool> counts)
    {
        var vms = report.Findings.Where(finding => (finding.Severity is Severity.Blocks || finding.Code == "vm.moved") && counts(finding)).Select(finding => finding.Vm).ToHashSet();
        return [.. report.Findings.Where(finding => vms.Contains(finding.Vm) && (finding.Severity is Severity.Blocks || finding.Code == "vm.moved"))];
    }

    private static RelocationPlan Without(RelocationPlan plan, IEnumerable<Finding> refusals)
    {
        var vms = refusals.Select(finding => finding.Vm).ToHashSet();
        return plan with { Groups = [.. plan.Groups.Select(group => group with { Vms = [.. group.Vms.Where(planned => !vms.Contains(planned.Vm))] })] };
    }

    private static Runbook Freeze(PreflightContext context, MoveCandidate move, RunId run, MoveId id)
    {
        var host = context.Placement.Of(move).Host!;
        var running = move.Vm.PowerState is PowerState.Running;
        var order = new MoveOrder
        {
            Run = run,
            Move = id,
            Vm = move.Vm.Id,
            VmName = move.Vm.Name,
            SourcePool = move.Planned.SourcePool,
            TargetPool = move.Planned.TargetPool,
            TargetHost = host.Id,
            TransferNetwork = TransferNetworks.Of(move.Target, host.Id)!.Value,
            Method = running ? move.Planned.Method : MoveMethod.Cold,
            Disks = move.Disks.ToDictionary(disk => disk.Vdi.Id, disk => context.Mappings.TargetOf(move.Planned, disk)!.Value),
            Vifs = move.Vifs.ToDictionary(vif => vif.Id, vif => context.Mappings.TargetOf(move.Planned, vif)!.Value),
        };
        return new Runbook(
            Version,
            order,
            Steps,
            [.. move.Disks.Select(disk => new RunbookDisk(disk.Vdi.Id, disk.Vdi.Name, disk.UserDevice, order.Disks[disk.Vdi.Id], disk.Vdi.VirtualSize, disk.Allocated))],
            running ? (long)ForecastInput.MemoryOf(move.Vm) : 0,
            move.Vm.ResidentOn);
    }

    private static MoveForecast? Forecast(RelocationPlan plan, MoveCandidate move, int concurrency) =>
        ForecastInput.From(move.Source, move.Planned, plan.Link, concurrency) is { } input ? MoveForecaster.Forecast(input).Forecast : null;
}
