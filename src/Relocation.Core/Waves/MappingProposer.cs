using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>
/// Proposes where the networks and SRs of planned VMs go. Only a single candidate is ever proposed; where several fit or none, the mapping is
/// open and says so. What a person has chosen, confirmed or cleared is left as it is; everything else is looked at afresh with each call.
/// </summary>
public static class MappingProposer
{
    /// <summary>The plan with a mapping for every network and SR that its VMs, their snapshots or suspend images use.</summary>
    public static RelocationPlan Propose(RelocationPlan plan, InventorySet inventory)
    {
        var needs = MappingNeeds.Of(plan, inventory);
        var index = new MappingIndex(plan);
        var networks = needs.Networks.Select(need => Kept(index.Network(need.SourcePool, need.Network, need.TargetPool)) ?? Propose(need, inventory));
        var storage = needs.Storage.Select(need => Kept(index.Storage(need.SourcePool, need.Sr, need.TargetPool)) ?? Propose(need, inventory));

        return plan with
        {
            Networks = Ordered([.. networks, .. plan.Networks.Where(mapping => Kept(mapping) is not null && !needs.Uses(mapping))]),
            Storage = Ordered([.. storage, .. plan.Storage.Where(mapping => Kept(mapping) is not null && !needs.Uses(mapping))]),
        };
    }

    private static NetworkMapping? Kept(NetworkMapping? mapping) =>
        mapping is { Origin: MappingOrigin.Confirmed } or { Reason: MappingReasons.Cleared } ? mapping : null;

    private static StorageMapping? Kept(StorageMapping? mapping) =>
        mapping is { Origin: MappingOrigin.Confirmed } or { Reason: MappingReasons.Cleared } ? mapping : null;

    private static NetworkMapping Propose(NetworkNeed need, InventorySet inventory)
    {
        var source = inventory[need.SourcePool]?.Network(need.Network);
        var (target, reason) = source is null || inventory[need.TargetPool] is not { } view
            ? (null, MappingReasons.PoolUnknown)
            : NetworkMatch.Find(inventory[need.SourcePool]!, source, view);
        var origin = target is null ? MappingOrigin.Open : MappingOrigin.Proposed;
        return new NetworkMapping(need.SourcePool, need.Network, need.TargetPool, target, origin, reason);
    }

    private static StorageMapping Propose(StorageNeed need, InventorySet inventory)
    {
        var source = inventory[need.SourcePool]?.Sr(need.Sr);
        var (target, reason) = source is null || inventory[need.TargetPool] is not { } view
            ? (null, MappingReasons.PoolUnknown)
            : StorageMatch.Find(source, need.Disks, view);
        var origin = target is null ? MappingOrigin.Open : MappingOrigin.Proposed;
        return new StorageMapping(need.SourcePool, need.Sr, need.TargetPool, target, origin, reason);
    }

    private static List<NetworkMapping> Ordered(IEnumerable<NetworkMapping> mappings) =>
        [.. mappings.OrderBy(mapping => mapping.SourcePool.Uuid, StringComparer.Ordinal)
            .ThenBy(mapping => mapping.TargetPool.Uuid, StringComparer.Ordinal)
            .ThenBy(mapping => mapping.Source.Uuid, StringComparer.Ordinal)];

    private static List<StorageMapping> Ordered(IEnumerable<StorageMapping> mappings) =>
        [.. mappings.OrderBy(mapping => mapping.SourcePool.Uuid, StringComparer.Ordinal)
            .ThenBy(mapping => mapping.TargetPool.Uuid, StringComparer.Ordinal)
            .ThenBy(mapping => mapping.Source.Uuid, StringComparer.Ordinal)];
}
