using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <content>Where networks and SRs go.</content>
public static partial class PlanChanges
{
    /// <summary>A person chooses the target of a source network. Refuses a network that is not in the target pool (`network-not-found`).</summary>
    public static PlanChangeResult SetNetwork(RelocationPlan plan, PoolId sourcePool, NetworkId source, PoolId targetPool, NetworkId target, InventorySet inventory) =>
        inventory[targetPool]?.Network(target) is null
            ? PlanChangeResult.Refuse("network-not-found", ("network", target.Uuid), ("pool", targetPool.Uuid))
            : PoolsFault(plan, sourcePool, targetPool) ?? PlanChangeResult.Accept(PutNetwork(plan, new NetworkMapping(sourcePool, source, targetPool, target, MappingOrigin.Confirmed, "")));

    /// <summary>A person agrees to the proposed target of a source network. Refuses while there is none (`mapping-open`).</summary>
    public static PlanChangeResult ConfirmNetwork(RelocationPlan plan, PoolId sourcePool, NetworkId source, PoolId targetPool) =>
        new MappingIndex(plan).Network(sourcePool, source, targetPool) is not { Target: not null } mapping
            ? PlanChangeResult.Refuse("mapping-open", ("network", source.Uuid))
            : PlanChangeResult.Accept(PutNetwork(plan, mapping with { Origin = MappingOrigin.Confirmed }));

    /// <summary>A person takes the target of a source network away; nothing is proposed for it until one is chosen.</summary>
    public static PlanChangeResult ClearNetwork(RelocationPlan plan, PoolId sourcePool, NetworkId source, PoolId targetPool) =>
        PoolsFault(plan, sourcePool, targetPool)
        ?? PlanChangeResult.Accept(PutNetwork(plan, new NetworkMapping(sourcePool, source, targetPool, null, MappingOrigin.Open, MappingReasons.Cleared)));

    /// <summary>A person chooses the target of a source SR. Refuses an SR that is not in the target pool (`sr-not-found`) or holds no disks (`sr-holds-no-disks`).</summary>
    public static PlanChangeResult SetStorage(RelocationPlan plan, PoolId sourcePool, SrId source, PoolId targetPool, SrId target, InventorySet inventory) =>
        inventory[targetPool]?.Sr(target) switch
        {
            null => PlanChangeResult.Refuse("sr-not-found", ("sr", target.Uuid), ("pool", targetPool.Uuid)),
            { ContentType: "iso" } iso => PlanChangeResult.Refuse("sr-holds-no-disks", ("sr", target.Uuid), ("name", iso.Name)),
            _ => PoolsFault(plan, sourcePool, targetPool)
                ?? PlanChangeResult.Accept(PutStorage(plan, new StorageMapping(sourcePool, source, targetPool, target, MappingOrigin.Confirmed, ""))),
        };

    /// <summary>A person agrees to the proposed target of a source SR. Refuses while there is none (`mapping-open`).</summary>
    public static PlanChangeResult ConfirmStorage(RelocationPlan plan, PoolId sourcePool, SrId source, PoolId targetPool) =>
        new MappingIndex(plan).Storage(sourcePool, source, targetPool) is not { Target: not null } mapping
            ? PlanChangeResult.Refuse("mapping-open", ("sr", source.Uuid))
            : PlanChangeResult.Accept(PutStorage(plan, mapping with { Origin = MappingOrigin.Confirmed }));

    /// <summary>A person takes the target of a source SR away; nothing is proposed for it until one is chosen.</summary>
    public static PlanChangeResult ClearStorage(RelocationPlan plan, PoolId sourcePool, SrId source, PoolId targetPool) =>
        PoolsFault(plan, sourcePool, targetPool)
        ?? PlanChangeResult.Accept(PutStorage(plan, new StorageMapping(sourcePool, source, targetPool, null, MappingOrigin.Open, MappingReasons.Cleared)));

    /// <summary>A person agrees to everything that is proposed; what is open stays open.</summary>
    public static PlanChangeResult ConfirmProposals(RelocationPlan plan) => PlanChangeResult.Accept(plan with
    {
        Networks = [.. plan.Networks.Select(mapping => mapping is { Origin: MappingOrigin.Proposed, Target: not null } ? mapping with { Origin = MappingOrigin.Confirmed } : mapping)],
        Storage = [.. plan.Storage.Select(mapping => mapping is { Origin: MappingOrigin.Proposed, Target: not null } ? mapping with { Origin = MappingOrigin.Confirmed } : mapping)],
    });

    private static PlanChangeResult? PoolsFault(RelocationPlan plan, PoolId source, PoolId target)
    {
        if (!plan.SourceSite.Pools.Contains(source))
        {
            return PlanChangeResult.Refuse("pool-not-on-site", ("pool", source.Uuid), ("site", plan.SourceSite.Name));
        }

        return plan.TargetSite.Pools.Contains(target) ? null : PlanChangeResult.Refuse("pool-not-on-site", ("pool", target.Uuid), ("site", plan.TargetSite.Name));
    }

    private static RelocationPlan PutNetwork(RelocationPlan plan, NetworkMapping changed)
    {
        var known = plan.Networks.Any(Same);
        return plan with { Networks = known ? [.. plan.Networks.Select(mapping => Same(mapping) ? changed : mapping)] : [.. plan.Networks, changed] };

        bool Same(NetworkMapping mapping) => (mapping.SourcePool, mapping.Source, mapping.TargetPool) == (changed.SourcePool, changed.Source, changed.TargetPool);
    }

    private static RelocationPlan PutStorage(RelocationPlan plan, StorageMapping changed)
    {
        var known = plan.Storage.Any(Same);
        return plan with { Storage = known ? [.. plan.Storage.Select(mapping => Same(mapping) ? changed : mapping)] : [.. plan.Storage, changed] };

        bool Same(StorageMapping mapping) => (mapping.SourcePool, mapping.Source, mapping.TargetPool) == (changed.SourcePool, changed.Source, changed.TargetPool);
    }
}
