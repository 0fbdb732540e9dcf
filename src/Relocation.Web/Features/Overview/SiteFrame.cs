using Relocation.Core.Sites;

namespace Relocation.Web.Features.Overview;

/// <summary>A site with its pools.</summary>
/// <param name="Site">The site.</param>
/// <param name="Pools">Its pools whose inventory is known.</param>
/// <param name="Unknown">Pools of the site whose inventory is not known.</param>
public sealed record SiteFrame(Site Site, IReadOnlyList<PoolFrame> Pools, int Unknown)
{
    /// <summary>VMs at the site.</summary>
    public int Vms => Pools.Sum(pool => pool.Elsewhere.Count + pool.Hosts.Sum(host => host.Tiles.Count));
}
