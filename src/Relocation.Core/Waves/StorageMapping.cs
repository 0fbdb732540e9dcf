using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>Where disks of a source SR go in a target pool.</summary>
/// <param name="SourcePool">Pool of the source SR.</param>
/// <param name="Source">The source SR.</param>
/// <param name="TargetPool">Pool the disks go to.</param>
/// <param name="Target">The target SR, or null while open.</param>
/// <param name="Origin">Who decided.</param>
/// <param name="Reason">Stable code of why it was proposed, such as `name`, `capability`; empty when chosen by a person.</param>
public sealed record StorageMapping(PoolId SourcePool, SrId Source, PoolId TargetPool, SrId? Target, MappingOrigin Origin, string Reason);
