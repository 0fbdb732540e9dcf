using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Hypervisors;

/// <summary>What one pool says of a disk now.</summary>
/// <param name="Id">The disk.</param>
/// <param name="Sr">Where it lies.</param>
/// <param name="UserDevice">Its position in the VM; empty when attached to none.</param>
/// <param name="Name">Its name.</param>
/// <param name="VirtualSize">Size the guest sees.</param>
/// <param name="PhysicalUtilisation">Bytes it takes.</param>
public sealed record DiskFacts(VdiId Id, SrId Sr, string UserDevice, string Name, ByteSize VirtualSize, ByteSize PhysicalUtilisation);
