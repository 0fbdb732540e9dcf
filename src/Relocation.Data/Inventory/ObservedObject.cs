using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>An object as observed and as it will be stored.</summary>
internal readonly record struct ObservedObject(InventoryObject Item, ObjectDocument Document)
{
    public static ObservedObject Of(InventoryObject item) => new(item, ObjectDocument.Of(item));
}
