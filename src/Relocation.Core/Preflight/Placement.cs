using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Preflight;

/// <summary>Where a move would go.</summary>
/// <param name="Host">The host, or null when none can take it.</param>
/// <param name="Suitable">Hosts that would do but for memory.</param>
/// <param name="BestFree">Most memory that one of them could still promise when the move's turn came; of all hosts when none is suitable.</param>
public sealed record Placement(Host? Host, int Suitable, ByteSize BestFree);
