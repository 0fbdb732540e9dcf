using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Preflight;

/// <summary>A planned VM with what was found.</summary>
/// <param name="Planned">What is planned.</param>
/// <param name="Name">Its name, or its uuid when it is in neither pool.</param>
/// <param name="Group">Its group.</param>
/// <param name="Wave">The group's wave; null when it is in none.</param>
/// <param name="Findings">What was found, what blocks first.</param>
public sealed record ReadinessRow(PlannedVm Planned, string Name, MoveGroup Group, Wave? Wave, IReadOnlyList<Finding> Findings)
{
    /// <summary>It is at the target already.</summary>
    public bool Moved => Findings.Any(finding => finding.Code == "vm.moved");

    /// <summary>Something stands in its way.</summary>
    public bool Blocked => Findings.Any(finding => finding.Severity is Severity.Blocks);

    /// <summary>It cannot move, and that will not pass by itself as an operation going on does, its own move above all.</summary>
    public bool NeedsAPerson => Findings.Any(finding => finding is { Severity: Severity.Blocks, Transient: false });

    /// <summary>Where its move stands.</summary>
    public WorkState State => Moved ? WorkState.Done : Blocked ? WorkState.Blocked : WorkState.Ready;

    /// <summary>Every planned VM in order of the plan: those of a wave checked together, as they compete for room.</summary>
    public static IReadOnlyList<ReadinessRow> Of(RelocationPlan plan, InventorySet set)
    {
        var assigned = plan.Waves.SelectMany(wave => wave.Groups).ToHashSet();
        var loose = plan.Groups.Where(group => !assigned.Contains(group.Id)).ToList();
        return
        [
            .. plan.Waves.SelectMany(wave => Of(plan, set, wave, PlanOrder.GroupsOf(plan, wave.Id), PreflightRunner.Run(plan, set, wave.Id))),
            .. loose.Count == 0 ? [] : Of(plan, set, null, loose, PreflightRunner.Run(plan with { Groups = loose, Waves = [] }, set)),
        ];
    }

    /// <summary>VMs that something stands in the way of.</summary>
    public static int BlockedIn(RelocationPlan plan, InventorySet set) => Of(plan, set).Count(row => row.Blocked);

    private static IEnumerable<ReadinessRow> Of(RelocationPlan plan, InventorySet set, Wave? wave, IEnumerable<MoveGroup> groups, PreflightReport report) =>
        from move in groups
        from planned in move.Vms
        let vm = set[planned.SourcePool]?.Vm(planned.Vm) ?? set[planned.TargetPool]?.Vm(planned.Vm)
        select new ReadinessRow(planned, vm?.Name is { Length: > 0 } name ? name : planned.Vm.Uuid, move, wave, [.. report.Of(planned.Vm)]);
}
