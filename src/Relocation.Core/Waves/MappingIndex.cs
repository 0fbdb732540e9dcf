using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>Finds a plan's mappings by what they map.</summary>
public sealed class MappingIndex
{
    private readonly Dictionary<(PoolId, NetworkId, PoolId), NetworkMapping> networks = [];
    private readonly Dictionary<(PoolId, SrId, PoolId), StorageMapping> storage = [];

    /// <summary>Indexes the plan's mappings; of two for the same source the last counts.</summary>
    public MappingIndex(RelocationPlan plan)
    {
        foreach (var mapping in plan.Networks)
        {
            networks[(mapping.SourcePool, mapping.Source, mapping.TargetPool)] = mapping;
        }

        foreach (var mapping in plan.Storage)
        {
            storage[(mapping.SourcePool, mapping.Source, mapping.TargetPool)] = mapping;
        }
    }

    /// <summary>The mapping of a source network for VMs that go to a target pool, or null when there is none.</summary>
    public NetworkMapping? Network(PoolId source, NetworkId network, PoolId target) => networks.GetValueOrDefault((source, network, target));

    /// <summary>The mapping of a source SR for VMs that go to a target pool, or null when there is none.</summary>
    public StorageMapping? Storage(PoolId source, SrId sr, PoolId target) => storage.GetValueOrDefault((source, sr, target));

    /// <summary>Where a disk of the VM goes, or null while that is open.</summary>
    public SrId? TargetOf(PlannedVm planned, MovingDisk disk) =>
        disk.PlacedBy is { } sr ? Storage(planned.SourcePool, sr, planned.TargetPool)?.Target : null;

    /// <summary>Where an interface of the VM goes, or null while that is open.</summary>
    public NetworkId? TargetOf(PlannedVm planned, Vif vif) =>
        vif.Network is { } network ? Network(planned.SourcePool, network, planned.TargetPool)?.Target : null;
}
