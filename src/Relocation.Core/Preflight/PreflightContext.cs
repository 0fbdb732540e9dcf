using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight;

/// <summary>What checks may look at: plan and inventory with indexes built once, so that a check costs the same in a small and in a large relocation.</summary>
public sealed class PreflightContext
{
    private readonly Lazy<HostPlacement> placement;
    private readonly Lazy<SpaceLedger> space;
    private readonly Dictionary<PoolId, ILookup<string, Vm>> macSeeds = [];

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
        placement = new Lazy<HostPlacement>(() => new HostPlacement(this));
        space = new Lazy<SpaceLedger>(() => new SpaceLedger(this));
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

    /// <summary>Where each move would go, memory of the moves before it counted.</summary>
    public HostPlacement Placement => placement.Value;

    /// <summary>What each move takes from the target SRs, moves before it counted.</summary>
    public SpaceLedger Space => space.Value;

    /// <summary>VMs of a pool, snapshots left out, that have the MAC seed.</summary>
    public IEnumerable<Vm> WithMacSeed(InventoryView view, string seed)
    {
        var pool = view.Snapshot.Pool.Id;
        if (!macSeeds.TryGetValue(pool, out var seeds))
        {
            macSeeds[pool] = seeds = view.Snapshot.Vms.Where(vm => vm.Kind is not VmKind.Snapshot && vm.OtherConfig.ContainsKey("mac_seed")).ToLookup(vm => vm.OtherConfig["mac_seed"], StringComparer.Ordinal);
        }

        return seeds[seed];
    }

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
