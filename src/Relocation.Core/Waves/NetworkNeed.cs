using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>A source network that planned VMs use on their way to a target pool.</summary>
/// <param name="SourcePool">Pool of the network.</param>
/// <param name="Network">The network.</param>
/// <param name="TargetPool">Pool the VMs go to.</param>
public sealed record NetworkNeed(PoolId SourcePool, NetworkId Network, PoolId TargetPool);
