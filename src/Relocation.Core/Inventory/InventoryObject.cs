namespace Relocation.Core.Inventory;

/// <summary>An observed object of one pool. Observed facts are never edited; intentions live in plans.</summary>
public abstract record InventoryObject
{
    /// <summary>The pool in whose database the object was seen.</summary>
    public required PoolId Pool { get; init; }

    /// <summary>The object's own uuid as text, unique within its class and pool.</summary>
    public abstract string Uuid { get; }
}
