namespace Relocation.Core.Inventory;

/// <summary>What a pool reported since the last batch; applied as one.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="At">When it was received.</param>
/// <param name="Changed">Objects that are new or differ, each whole.</param>
/// <param name="Gone">Objects that are no longer there.</param>
public sealed record InventoryBatch(PoolId Pool, DateTimeOffset At, IReadOnlyList<InventoryObject> Changed, IReadOnlyList<ObjectKey> Gone);
