using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Web.Features.Overview;

/// <summary>A VM as a small tile.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="State">What its colour says.</param>
/// <param name="Memory">Memory it holds, or would.</param>
/// <param name="Running">It runs.</param>
public sealed record VmTile(Vm Vm, TileState State, ByteSize Memory, bool Running);
