using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Features.Inventory;

/// <summary>Whether a VM may move to a host, judged by what the inventory tells; the pools' own check is asked before a run.</summary>
/// <param name="Pool">Name of the host's pool.</param>
/// <param name="Host">The host.</param>
/// <param name="Here">The VM runs on it.</param>
/// <param name="CrossPool">It stands in another pool: disks move as well, networks and SRs must be mapped.</param>
/// <param name="Obstacles">What stands against it; none means it may.</param>
public sealed record HostFit(string Pool, Host Host, bool Here, bool CrossPool, IReadOnlyList<FitObstacle> Obstacles);
