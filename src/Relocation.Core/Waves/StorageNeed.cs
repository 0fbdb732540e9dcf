using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>A source SR whose disks planned VMs take to a target pool.</summary>
/// <param name="SourcePool">Pool of the SR.</param>
/// <param name="Sr">The SR.</param>
/// <param name="TargetPool">Pool the disks go to.</param>
/// <param name="Disks">All disks that go there.</param>
public sealed record StorageNeed(PoolId SourcePool, SrId Sr, PoolId TargetPool, IReadOnlyList<MovingDisk> Disks);
