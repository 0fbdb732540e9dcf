using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Waves;

/// <summary>A disk that travels with a VM.</summary>
/// <param name="Vdi">The disk.</param>
/// <param name="UserDevice">Position in the VM; empty for a snapshot's disk or a suspend image.</param>
/// <param name="PlacedBy">The SR whose mapping decides where it goes: its own, or its parent disk's when it is a snapshot.</param>
/// <param name="Mirrored">The VM may write to it, so that its writes are mirrored while it travels; others are only copied.</param>
public sealed record MovingDisk(Vdi Vdi, string UserDevice, SrId? PlacedBy, bool Mirrored)
{
    /// <summary>Bytes that are expected to travel for it: what its chain holds, without the nodes that an earlier disk of the same move has brought.</summary>
    public ByteSize Allocated { get; init; }
}
