using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;

namespace Relocation.Web.Features.Waves;

/// <summary>A wave, or the groups that are in none, as the waves' page shows it.</summary>
/// <param name="Wave">The wave; null for the groups in none.</param>
/// <param name="Groups">Its groups in order.</param>
/// <param name="Forecast">What is predicted of it; null when none of its VMs can move now.</param>
public sealed record WaveView(Wave? Wave, IReadOnlyList<GroupView> Groups, WaveForecast? Forecast)
{
    /// <summary>All its VMs in order.</summary>
    public IEnumerable<PlannedRow> Rows => Groups.SelectMany(group => group.Rows);

    /// <summary>VMs that something stands in the way of.</summary>
    public int Blocked => Rows.Count(row => row.State is Ui.WorkState.Blocked);

    /// <summary>VMs at the target already.</summary>
    public int Moved => Rows.Count(row => row.Moved);

    /// <summary>VMs that could move now.</summary>
    public int Ready => Rows.Count(row => row.State is Ui.WorkState.Ready);

    /// <summary>All waves of the plan in order, then the groups in none if there are any.</summary>
    public static IReadOnlyList<WaveView> Of(RelocationPlan plan, InventorySet set)
    {
        var groups = plan.Groups.ToDictionary(group => group.Id);
        List<WaveView> views = [.. plan.Waves.Select(wave => Of(plan, wave, [.. wave.Groups.Where(groups.ContainsKey).Select(id => groups[id])], set))];
        var assigned = plan.Waves.SelectMany(wave => wave.Groups).ToHashSet();
        var loose = plan.Groups.Where(group => !assigned.Contains(group.Id)).ToList();
        if (loose.Count > 0)
        {
            var report = PreflightRunner.Run(plan with { Groups = loose, Waves = [] }, set);
            views.Add(new WaveView(null, [.. loose.Select(group => Of(group, report, null, set))], null));
        }

        return views;
    }

    private static WaveView Of(RelocationPlan plan, Wave wave, IReadOnlyList<MoveGroup> groups, InventorySet set)
    {
        var report = PreflightRunner.Run(plan, set, wave.Id);
        var run = RunbookCompiler.Compile(plan, wave.Id, set, default, () => default);
        return new WaveView(wave, [.. groups.Select(group => Of(group, report, run, set))], WaveForecast.Of(run, wave.MaximumParallelMoves));
    }

    private static GroupView Of(MoveGroup group, PreflightReport report, CompiledRun? run, InventorySet set)
    {
        var moves = run?.Moves.ToDictionary(move => move.Runbook.Order.Vm) ?? [];
        return new GroupView(group, [.. group.Vms.Select(planned => Of(planned, report, moves.GetValueOrDefault(planned.Vm), set))]);
    }

    private static PlannedRow Of(PlannedVm planned, PreflightReport report, CompiledMove? move, InventorySet set)
    {
        var (source, target) = (set[planned.SourcePool], set[planned.TargetPool]);
        var here = source?.Vm(planned.Vm);
        var vm = here ?? target?.Vm(planned.Vm);
        var view = here is null ? target : source;
        var host = move?.Runbook.Order.TargetHost ?? planned.TargetHost ?? (here is null ? vm?.ResidentOn : null);
        return new PlannedRow(
            planned,
            vm,
            vm?.Name is { Length: > 0 } name ? name : planned.Vm.Uuid,
            source?.Host(here?.ResidentOn)?.Name ?? "",
            target?.Host(host)?.Name ?? "",
            vm is null ? ByteSize.Zero : vm.MemoryActual is { Bytes: > 0 } held ? held : vm.MemoryDynamicMax,
            view?.DisksOf(planned.Vm).Aggregate(ByteSize.Zero, (sum, disk) => sum + disk.VirtualSize) ?? ByteSize.Zero,
            move?.Forecast,
            [.. report.Of(planned.Vm)]);
    }
}
