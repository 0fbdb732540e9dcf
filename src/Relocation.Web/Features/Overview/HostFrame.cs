using Relocation.Core.Quantities;
using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Features.Overview;

/// <summary>A host as a bar filled by memory, with the VMs on it.</summary>
/// <param name="Host">The host.</param>
/// <param name="Used">Memory its VMs hold.</param>
/// <param name="Tiles">Its VMs by name.</param>
public sealed record HostFrame(Host Host, ByteSize Used, IReadOnlyList<VmTile> Tiles)
{
    /// <summary>Share of its memory that VMs hold, from 0 to 1.</summary>
    public double Share => Host.MemoryTotal.Bytes > 0 ? Math.Clamp((double)Used.Bytes / Host.MemoryTotal.Bytes, 0, 1) : 0;
}
