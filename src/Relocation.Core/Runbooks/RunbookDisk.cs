using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Runbooks;

/// <summary>A disk of a move.</summary>
/// <param name="Vdi">The source disk.</param>
/// <param name="Name">Its name.</param>
/// <param name="UserDevice">Position in the VM; empty for a snapshot's or suspend image's disk.</param>
/// <param name="TargetSr">Where it goes.</param>
/// <param name="VirtualSize">Size the guest sees; XAPI weighs progress by it.</param>
/// <param name="AllocatedSize">Bytes that are expected to travel.</param>
public sealed record RunbookDisk(VdiId Vdi, string Name, string UserDevice, SrId TargetSr, ByteSize VirtualSize, ByteSize AllocatedSize);
