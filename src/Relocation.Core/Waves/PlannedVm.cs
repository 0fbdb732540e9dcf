using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>A VM as planned.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="SourcePool">Where it is.</param>
/// <param name="TargetPool">Where it goes.</param>
/// <param name="TargetHost">The host that receives it; null lets the plan choose when the run is compiled.</param>
/// <param name="Method">How it moves.</param>
public sealed record PlannedVm(VmId Vm, PoolId SourcePool, PoolId TargetPool, HostId? TargetHost, MoveMethod Method);
