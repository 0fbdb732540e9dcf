using Relocation.Core.Inventory;
using Relocation.Core.Preflight;

namespace Relocation.Web.Features.Preflight;

/// <summary>Whether a VM could move between two pools as it is. Mappings are left out: they are decided by the plan.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="Name">Its name.</param>
/// <param name="Blocked">Something stands in the way.</param>
/// <param name="Findings">What was found.</param>
public sealed record MovableVm(VmId Vm, string Name, bool Blocked, IReadOnlyList<Finding> Findings);
