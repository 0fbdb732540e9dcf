namespace Relocation.Core.Waves;

/// <summary>VMs that move together.</summary>
/// <param name="Id">The group.</param>
/// <param name="Name">Its name, usually the application's.</param>
/// <param name="Vms">Its VMs in the order they are to start.</param>
public sealed record MoveGroup(MoveGroupId Id, string Name, IReadOnlyList<PlannedVm> Vms);
