using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>What a batch of events changed.</summary>
/// <param name="Revision">Revision of the pool's inventory now; it grows only when something changed.</param>
/// <param name="Changes">Every change, by field. They are not kept: history is of captures.</param>
public sealed record BatchResult(long Revision, IReadOnlyList<ObjectChange> Changes);
