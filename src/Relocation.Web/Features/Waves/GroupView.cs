using Relocation.Core.Waves;

namespace Relocation.Web.Features.Waves;

/// <summary>A move group with its VMs.</summary>
/// <param name="Group">The group.</param>
/// <param name="Rows">Its VMs in order.</param>
public sealed record GroupView(MoveGroup Group, IReadOnlyList<PlannedRow> Rows);
