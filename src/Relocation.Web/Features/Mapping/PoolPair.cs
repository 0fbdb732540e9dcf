using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Waves;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Mapping;

/// <summary>What goes from one source pool to one target pool.</summary>
/// <param name="Source">The source pool.</param>
/// <param name="Target">The target pool.</param>
/// <param name="SourceName">Its name.</param>
/// <param name="TargetName">Its name.</param>
/// <param name="Rows">Its networks or SRs: open ones first, then those to confirm, each by name.</param>
public sealed record PoolPair(PoolId Source, PoolId Target, string SourceName, string TargetName, IReadOnlyList<MappingRow> Rows)
{
    /// <summary>The plan's mappings of one kind by pair of pools.</summary>
    public static IReadOnlyList<PoolPair> Of(RelocationPlan plan, InventorySet set, MappingKind kind)
    {
        var users = UsersOf(plan, set, kind);
        var rows = kind is MappingKind.Network
            ? plan.Networks.Select(mapping => (mapping.SourcePool, mapping.TargetPool, Row: Of(mapping, set, users)))
            : plan.Storage.Select(mapping => (mapping.SourcePool, mapping.TargetPool, Row: Of(mapping, set, users)));
        return [.. rows.GroupBy(row => (row.SourcePool, row.TargetPool)).Select(group => new PoolPair(
            group.Key.SourcePool,
            group.Key.TargetPool,
            NameOf(set, group.Key.SourcePool),
            NameOf(set, group.Key.TargetPool),
            [.. group.Select(row => row.Row).OrderByDescending(row => row.Open).ThenByDescending(row => row.Waits).ThenBy(row => row.SourceName, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Source, StringComparer.Ordinal)]))];
    }

    /// <summary>Networks or SRs of the target pool that could be chosen, by name; SRs of ISO images are left out.</summary>
    public IReadOnlyList<ObjectFacts> Candidates(InventorySet set, MappingKind kind) => set[Target] is not { } view ? [] : [..
        (kind is MappingKind.Network
            ? view.Snapshot.Networks.Select(network => ObjectFacts.Of(view, network))
            : view.Snapshot.StorageRepositories.Where(sr => sr.ContentType != "iso").Select(sr => ObjectFacts.Of(view, sr)))
        .OrderBy(facts => facts.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(facts => facts.Uuid, StringComparer.Ordinal)];

    /// <summary>Room that all disks placed by a source SR need on one of the target pool's.</summary>
    public ByteSize NeedOn(RelocationPlan plan, InventorySet set, MappingRow row, ObjectFacts candidate)
    {
        var need = MappingNeeds.Of(plan, set).Storage.FirstOrDefault(need => need.SourcePool == Source && need.TargetPool == Target && need.Sr.Uuid == row.Source);
        return need is null || set[Target]?.Sr(new SrId(candidate.Uuid)) is not { } sr
            ? ByteSize.Zero
            : need.Disks.Aggregate(ByteSize.Zero, (sum, disk) => sum + StorageSpace.NeedOf(sr, disk));
    }

    private static MappingRow Of(NetworkMapping mapping, InventorySet set, ILookup<(PoolId, string, PoolId), string> users)
    {
        var (source, target) = (set[mapping.SourcePool], set[mapping.TargetPool]);
        var (from, to) = (source?.Network(mapping.Source), target?.Network(mapping.Target));
        return Row(MappingKind.Network, mapping.Source.Uuid, from is null ? null : ObjectFacts.Of(source!, from), mapping.Target?.Uuid, to is null ? null : ObjectFacts.Of(target!, to), mapping.Origin, mapping.Reason, users[(mapping.SourcePool, mapping.Source.Uuid, mapping.TargetPool)]);
    }

    private static MappingRow Of(StorageMapping mapping, InventorySet set, ILookup<(PoolId, string, PoolId), string> users)
    {
        var (source, target) = (set[mapping.SourcePool], set[mapping.TargetPool]);
        var (from, to) = (source?.Sr(mapping.Source), target?.Sr(mapping.Target));
        return Row(MappingKind.Storage, mapping.Source.Uuid, from is null ? null : ObjectFacts.Of(source!, from), mapping.Target?.Uuid, to is null ? null : ObjectFacts.Of(target!, to), mapping.Origin, mapping.Reason, users[(mapping.SourcePool, mapping.Source.Uuid, mapping.TargetPool)]);
    }

    private static MappingRow Row(MappingKind kind, string source, ObjectFacts? from, string? target, ObjectFacts? to, MappingOrigin origin, string reason, IEnumerable<string> users) =>
        new(kind, source, from?.Name ?? source, from, target, to?.Name ?? "", to, origin, reason, [.. users]);

    /// <summary>Names of the planned VMs that use each network or SR.</summary>
    private static ILookup<(PoolId Pool, string Uuid, PoolId Target), string> UsersOf(RelocationPlan plan, InventorySet set, MappingKind kind)
    {
        var uses = from planned in PlanOrder.Of(plan)
                   let alone = plan with { Groups = [new MoveGroup(default, "", [planned])], Waves = [] }
                   let needs = MappingNeeds.Of(alone, set)
                   let name = set[planned.SourcePool]?.Vm(planned.Vm)?.Name ?? planned.Vm.Uuid
                   from key in kind is MappingKind.Network
                       ? needs.Networks.Select(need => (need.SourcePool, need.Network.Uuid, need.TargetPool))
                       : needs.Storage.Select(need => (need.SourcePool, need.Sr.Uuid, need.TargetPool))
                   orderby name
                   select (Key: key, Name: name);
        return uses.ToLookup(use => use.Key, use => use.Name);
    }

    private static string NameOf(InventorySet set, PoolId pool) => set[pool] is { } view ? PoolRow.NameOf(view) : pool.Uuid;
}
