using Relocation.Core.Inventory;

namespace Relocation.Core.Hypervisors;

/// <summary>Gives the mover for a pair of pools, over the connections configured for them.</summary>
public interface IVmMovers
{
    /// <summary>The mover between two pools.</summary>
    /// <exception cref="HypervisorUnreachableException">A pool has no connection or does not answer.</exception>
    Task<IVmMover> BetweenAsync(PoolId source, PoolId target, CancellationToken cancellationToken);
}
