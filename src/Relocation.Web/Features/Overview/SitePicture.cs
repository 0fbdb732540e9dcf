using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Sites;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Overview;

/// <summary>Draws the sites of a plan with what stands on them now.</summary>
/// <param name="plan">The plan.</param>
/// <param name="inventory">Present facts.</param>
/// <param name="moves">The newest move of each VM that has one.</param>
/// <param name="blocked">VMs that something stands in the way of.</param>
public sealed class SitePicture(RelocationPlan plan, InventorySet inventory, IReadOnlyDictionary<VmId, MoveRecord> moves, IReadOnlySet<VmId> blocked)
{
    private readonly Dictionary<VmId, PlannedVm> planned = plan.Groups.SelectMany(group => group.Vms).DistinctBy(vm => vm.Vm).ToDictionary(vm => vm.Vm);

    /// <summary>The old building.</summary>
    public SiteFrame Source => Draw(plan.SourceSite);

    /// <summary>The new building.</summary>
    public SiteFrame Target => Draw(plan.TargetSite);

    /// <summary>Planned VMs.</summary>
    public int Planned => planned.Count;

    /// <summary>Planned VMs that are in their target pool and no longer in their source pool.</summary>
    public int Moved => planned.Values.Count(vm => IsMoved(inventory, vm));

    /// <summary>Whether a planned VM has left for its target pool, as both inventories tell.</summary>
    public static bool IsMoved(InventorySet inventory, PlannedVm planned) =>
        inventory[planned.TargetPool]?.Vm(planned.Vm) is not null && inventory[planned.SourcePool]?.Vm(planned.Vm) is null;

    private SiteFrame Draw(Site site)
    {
        var views = site.Pools.Select(pool => inventory[pool]).OfType<InventoryView>().ToList();
        return new SiteFrame(
            site,
            [.. views.Select(Draw).OrderBy(pool => pool.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(pool => pool.Pool.Uuid, StringComparer.Ordinal)],
            site.Pools.Count - views.Count);
    }

    private PoolFrame Draw(InventoryView view)
    {
        var tiles = view.Snapshot.Vms
            .Where(vm => vm.Kind == VmKind.VirtualMachine)
            .OrderBy(vm => vm.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(vm => vm.Uuid, StringComparer.Ordinal)
            .Select(vm => Draw(view, vm))
            .ToLookup(tile => view.Host(tile.Vm.ResidentOn)?.Id);
        return new PoolFrame(
            view.Snapshot.Pool,
            PoolRow.NameOf(view),
            [.. view.Snapshot.Hosts.OrderBy(host => host.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(host => host.Uuid, StringComparer.Ordinal)
                .Select(host => new HostFrame(host, Sum(tiles[host.Id]), [.. tiles[host.Id]]))],
            [.. tiles[null]]);
    }

    private VmTile Draw(InventoryView view, Vm vm) =>
        new(vm, StateOf(view.Snapshot.Pool.Id, vm), vm.MemoryActual is { Bytes: > 0 } held ? held : vm.MemoryDynamicMax, vm.PowerState is PowerState.Running);

    private TileState StateOf(PoolId pool, Vm vm)
    {
        if (!planned.TryGetValue(vm.Id, out var plan))
        {
            return TileState.Resident;
        }

        return moves.GetValueOrDefault(vm.Id)?.State switch
        {
            MoveState.Running => TileState.Moving,
            MoveState.Unknown => TileState.Unknown,
            _ when pool == plan.TargetPool => TileState.Moved,
            MoveState.Failed => TileState.Failed,
            _ => blocked.Contains(vm.Id) ? TileState.Blocked : TileState.Planned,
        };
    }

    private static ByteSize Sum(IEnumerable<VmTile> tiles) => tiles.Aggregate(ByteSize.Zero, (sum, tile) => sum + tile.Memory);
}
