using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>The networks and SRs a plan's VMs use, each with the pool its users go to: what must be mapped.</summary>
public sealed class MappingNeeds
{
    private readonly HashSet<NetworkNeed> networks;
    private readonly HashSet<(PoolId, SrId, PoolId)> storage;

    private MappingNeeds(IReadOnlyList<NetworkNeed> networks, IReadOnlyList<StorageNeed> storage)
    {
        Networks = networks;
        Storage = storage;
        this.networks = [.. networks];
        this.storage = [.. storage.Select(need => (need.SourcePool, need.Sr, need.TargetPool))];
    }

    /// <summary>Networks in order of first use.</summary>
    public IReadOnlyList<NetworkNeed> Networks { get; }

    /// <summary>SRs in order of first use.</summary>
    public IReadOnlyList<StorageNeed> Storage { get; }

    /// <summary>What the plan's VMs, their snapshots and suspend images use. VMs that are not in the inventory use nothing.</summary>
    public static MappingNeeds Of(RelocationPlan plan, InventorySet inventory)
    {
        var networks = new List<NetworkNeed>();
        var disks = new List<((PoolId Source, SrId Sr, PoolId Target) Key, MovingDisk Disk)>();
        foreach (var planned in PlanOrder.Of(plan))
        {
            if (inventory[planned.SourcePool] is not { } view || view.Vm(planned.Vm) is not { } vm)
            {
                continue;
            }

            networks.AddRange(from vif in MoveContents.VifsOf(view, vm)
                              where vif.Network is not null
                              select new NetworkNeed(planned.SourcePool, vif.Network!.Value, planned.TargetPool));
            disks.AddRange(from disk in MoveContents.DisksOf(view, vm)
                           where disk.PlacedBy is not null
                           select ((planned.SourcePool, disk.PlacedBy!.Value, planned.TargetPool), disk));
        }

        var storage = disks.GroupBy(pair => pair.Key, pair => pair.Disk)
            .Select(group => new StorageNeed(group.Key.Source, group.Key.Sr, group.Key.Target, [.. group]));
        return new MappingNeeds([.. networks.Distinct()], [.. storage]);
    }

    /// <summary>True when a planned VM depends on the mapping.</summary>
    public bool Uses(NetworkMapping mapping) => networks.Contains(new NetworkNeed(mapping.SourcePool, mapping.Source, mapping.TargetPool));

    /// <summary>True when a planned VM depends on the mapping.</summary>
    public bool Uses(StorageMapping mapping) => storage.Contains((mapping.SourcePool, mapping.Source, mapping.TargetPool));
}
