using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>Where VMs of a source network are connected in a target pool.</summary>
/// <param name="SourcePool">Pool of the source network.</param>
/// <param name="Source">The source network.</param>
/// <param name="TargetPool">Pool the VMs go to.</param>
/// <param name="Target">The target network, or null while open.</param>
/// <param name="Origin">Who decided.</param>
/// <param name="Reason">Stable code of why it was proposed, such as `vlan`, `name`; empty when chosen by a person.</param>
public sealed record NetworkMapping(PoolId SourcePool, NetworkId Source, PoolId TargetPool, NetworkId? Target, MappingOrigin Origin, string Reason);
