using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>A disk that travels with a VM.</summary>
/// <param name="Vdi">The disk.</param>
/// <param name="UserDevice">Position in the VM; empty for a snapshot's disk or a suspend image.</param>
/// <param name="PlacedBy">The SR whose mapping decides where it goes: its own, or its parent disk's when it is a snapshot.</param>
/// <param name="Mirrored">The VM may write to it, so that its writes are mirrored while it travels; others are only copied.</param>
public sealed record MovingDisk(Vdi Vdi, string UserDevice, SrId? PlacedBy, bool Mirrored);
