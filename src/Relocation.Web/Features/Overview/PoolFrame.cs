using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Overview;

/// <summary>A pool as a frame.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Hosts">Its hosts by name.</param>
/// <param name="Elsewhere">VMs on no host: halted or suspended ones.</param>
public sealed record PoolFrame(Pool Pool, string Name, IReadOnlyList<HostFrame> Hosts, IReadOnlyList<VmTile> Elsewhere);
