using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight;

/// <summary>What checks may look at: plan and inventory with indexes built once, so that a check costs the same in a small and in a large relocation.</summary>
public sealed class PreflightContext
{
    /// <summary>Looks up the plan's moves, or those of one wave.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inventory">Present facts of all pools.</param>
    /// <param name="wave">The wave to look at; null for the whole plan.</param>
    public PreflightContext(RelocationPlan plan, InventorySet inventory, WaveId? wave = null)
    {
        Plan = plan;
        Inventory = inventory;
        Mappings = new MappingIndex(plan);
        Planned = [.. PlanOrder.Of(plan, wave)];
        Moves = [.. Planned.Select(Resolve).OfType<MoveCandidate>()];
    }

    /// <summary>The plan.</summary>
    public RelocationPlan Plan { get; }

    /// <summary>Present facts of all pools.</summary>
    public InventorySet Inventory { get; }

    /// <summary>The plan's mappings.</summary>
    public MappingIndex Mappings { get; }

    /// <summary>The planned VMs looked at, in the order in which they are to start.</summary>
    public IReadOnlyList<PlannedVm> Planned { get; }

    /// <summary>Those of them whose pools are known and whose VM is in the source pool, in the same order.</summary>
    public IReadOnlyList<MoveCandidate> Moves { get; }

    private MoveCandidate? Resolve(PlannedVm planned)
    {
        var source = Inventory[planned.SourcePool];
        var target = Inventory[planned.TargetPool];
        var vm = source?.Vm(planned.Vm);
        if (source is null || target is null || vm is null)
        {
            return null;
        }

        return new MoveCandidate
        {
            Planned = planned,
            Vm = vm,
            Source = source,
            Target = target,
            Disks = MoveContents.DisksOf(source, vm),
            Vifs = MoveContents.VifsOf(source, vm),
            Hosts = planned.TargetHost is { } id ? (target.Host(id) is { } host ? [host] : []) : target.Snapshot.Hosts,
        };
    }
}
