using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Preflight;

/// <summary>
/// Chooses a receiving host for every move in the order of the plan: of those that no check refuses the one with most memory left, counting moves
/// placed before; equal ones by uuid. The same facts give the same placement.
/// </summary>
public sealed class HostPlacement
{
    private readonly PreflightContext context;
    private readonly Dictionary<(PoolId, HostId), ByteSize> free = [];
    private readonly Dictionary<(PoolId, VmId), Placement> placements = [];

    /// <summary>Places all moves of the context.</summary>
    public HostPlacement(PreflightContext context)
    {
        this.context = context;
        foreach (var move in context.Moves)
        {
            placements[(move.Planned.SourcePool, move.Planned.Vm)] = Place(move);
        }
    }

    /// <summary>Where the move would go.</summary>
    public Placement Of(MoveCandidate move) => placements[(move.Planned.SourcePool, move.Planned.Vm)];

    private Placement Place(MoveCandidate move)
    {
        var suitable = move.Hosts.Where(host => PreflightCatalogue.HostChecks.All(check => check.Refuse(context, move, host) is null)).ToList();
        var best = suitable.OrderByDescending(host => FreeOn(move, host)).ThenBy(host => host.Uuid, StringComparer.Ordinal).FirstOrDefault();
        if (best is null)
        {
            return new Placement(null, 0, new ByteSize(move.Hosts.Select(host => FreeOn(move, host).Bytes).DefaultIfEmpty().Max()));
        }

        var left = FreeOn(move, best);
        var need = HostMemory.Arrives(move.Vm) ? HostMemory.NeedOf(move.Vm) : ByteSize.Zero;
        if (need > left)
        {
            return new Placement(null, suitable.Count, left);
        }

        free[(move.Planned.TargetPool, best.Id)] = left - need;
        return new Placement(best, suitable.Count, left);
    }

    private ByteSize FreeOn(MoveCandidate move, Host host)
    {
        var key = (move.Planned.TargetPool, host.Id);
        if (!free.TryGetValue(key, out var bytes))
        {
            free[key] = bytes = HostMemory.FreeOn(move.Target, host);
        }

        return bytes;
    }
}
