using Relocation.Core.Inventory;

namespace Relocation.Core.Hypervisors;

/// <summary>What one pool says of a VM's interface now.</summary>
/// <param name="Id">The interface.</param>
/// <param name="Network">The network it is on.</param>
/// <param name="Device">Its position.</param>
/// <param name="Mac">Its address.</param>
/// <param name="Attached">Plugged now.</param>
public sealed record VifFacts(VifId Id, NetworkId Network, string Device, string Mac, bool Attached);
