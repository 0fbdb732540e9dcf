using Relocation.Core.Inventory;
using Relocation.Core.Sites;

namespace Relocation.Core.Waves;

/// <summary>Edits of a plan. Each looks at the whole plan, and gives the edited plan or a stable code of why not; nothing is stored.</summary>
public static partial class PlanChanges
{
    /// <summary>Longest name a relocation, group or wave may have.</summary>
    public const int LongestName = 120;

    /// <summary>Begins a relocation. Refuses with `name-empty`, `name-too-long`, `site-without-pool`, `pool-on-both-sites`, `link-capacity`, `link-latency`, `link-mtu`.</summary>
    public static PlanChangeResult Create(RelocationId id, string name, Site source, Site target, TransferLink link)
    {
        if (source.Pools.Count == 0 || target.Pools.Count == 0)
        {
            return PlanChangeResult.Refuse("site-without-pool", ("site", source.Pools.Count == 0 ? source.Name : target.Name));
        }

        if (source.Pools.Intersect(target.Pools).FirstOrDefault() is { Uuid: { } shared })
        {
            return PlanChangeResult.Refuse("pool-on-both-sites", ("pool", shared));
        }

        var plan = new RelocationPlan { Id = id, Name = "", Revision = 0, SourceSite = source, TargetSite = target, Link = link };
        return Rename(plan, name).Then(named => SetLink(named, link));
    }

    /// <summary>Names the relocation.</summary>
    public static PlanChangeResult Rename(RelocationPlan plan, string name) =>
        NameFault(name) ?? PlanChangeResult.Accept(plan with { Name = name.Trim() });

    /// <summary>Describes the link between the sites: capacity must be above zero, latency from 0 to 10 s, MTU from 576 to 65535 bytes.</summary>
    public static PlanChangeResult SetLink(RelocationPlan plan, TransferLink link)
    {
        if (!double.IsFinite(link.Capacity.BitsPerSecond) || link.Capacity.BitsPerSecond <= 0)
        {
            return PlanChangeResult.Refuse("link-capacity");
        }

        if (link.Latency < TimeSpan.Zero || link.Latency > TimeSpan.FromSeconds(10))
        {
            return PlanChangeResult.Refuse("link-latency");
        }

        return link.Mtu is < 576 or > 65535
            ? PlanChangeResult.Refuse("link-mtu", ("mtu", FormattableString.Invariant($"{link.Mtu}")))
            : PlanChangeResult.Accept(plan with { Link = link });
    }

    /// <summary>Says how a VM moves. Warm moves are refused: nothing can carry them out yet.</summary>
    public static PlanChangeResult SetMethod(RelocationPlan plan, VmId vm, MoveMethod method) => method is MoveMethod.Warm
        ? PlanChangeResult.Refuse("method-not-supported", ("method", "Warm"))
        : EditVm(plan, vm, planned => PlanChangeResult.Accept(ReplaceVm(plan, planned with { Method = method })));

    /// <summary>Fixes the host that receives a VM; null leaves the choice to the compiler of the run.</summary>
    public static PlanChangeResult SetTargetHost(RelocationPlan plan, VmId vm, HostId? host, InventorySet inventory) => EditVm(plan, vm, planned =>
        host is { } id && inventory[planned.TargetPool]?.Host(id) is null
            ? PlanChangeResult.Refuse("host-not-in-target-pool", ("host", id.Uuid), ("pool", planned.TargetPool.Uuid))
            : PlanChangeResult.Accept(ReplaceVm(plan, planned with { TargetHost = host })));

    /// <summary>Sends a VM to another pool of the target site; its host becomes open.</summary>
    public static PlanChangeResult SetTargetPool(RelocationPlan plan, VmId vm, PoolId pool) => EditVm(plan, vm, planned =>
        !plan.TargetSite.Pools.Contains(pool)
            ? PlanChangeResult.Refuse("pool-not-on-site", ("pool", pool.Uuid), ("site", plan.TargetSite.Name))
            : PlanChangeResult.Accept(ReplaceVm(plan, planned.TargetPool == pool ? planned : planned with { TargetPool = pool, TargetHost = null })));

    private static PlanChangeResult? NameFault(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length switch
        {
            0 => PlanChangeResult.Refuse("name-empty"),
            > LongestName => PlanChangeResult.Refuse("name-too-long", ("most", FormattableString.Invariant($"{LongestName}"))),
            _ => null,
        };
    }

    private static PlanChangeResult EditVm(RelocationPlan plan, VmId vm, Func<PlannedVm, PlanChangeResult> edit) =>
        plan.Groups.SelectMany(group => group.Vms).FirstOrDefault(planned => planned.Vm == vm) is { } found
            ? edit(found)
            : PlanChangeResult.Refuse("vm-not-planned", ("vm", vm.Uuid));

    private static RelocationPlan ReplaceVm(RelocationPlan plan, PlannedVm changed) => plan with
    {
        Groups = [.. plan.Groups.Select(group => group.Vms.Any(planned => planned.Vm == changed.Vm)
            ? group with { Vms = [.. group.Vms.Select(planned => planned.Vm == changed.Vm ? changed : planned)] }
            : group)],
    };

    private static List<T> Moved<T>(IEnumerable<T> items, T item, int position)
    {
        var rest = items.Where(other => !EqualityComparer<T>.Default.Equals(other, item)).ToList();
        rest.Insert(Math.Clamp(position, 0, rest.Count), item);
        return rest;
    }
}
