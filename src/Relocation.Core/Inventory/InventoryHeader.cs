namespace Relocation.Core.Inventory;

/// <summary>What is known of a capture before its objects are read.</summary>
/// <param name="Pool">The pool captured.</param>
/// <param name="PoolName">The pool's name; the coordinator's name where the pool has none.</param>
/// <param name="ProductVersion">Release of the coordinator, for example 6.1.0; empty when unknown.</param>
/// <param name="SchemaVersion">Database schema as major.minor; empty for a live pool.</param>
/// <param name="ObjectCount">How many objects will come.</param>
/// <param name="Warnings">What was strange but could be read, each naming its place.</param>
public sealed record InventoryHeader(
    PoolId Pool,
    string PoolName,
    string ProductVersion,
    string SchemaVersion,
    int ObjectCount,
    IReadOnlyList<string> Warnings);
