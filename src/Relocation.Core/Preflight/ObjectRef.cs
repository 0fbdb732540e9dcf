using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>The object a finding is about, so that a page can lead there.</summary>
/// <param name="Pool">Its pool.</param>
/// <param name="Class">XAPI class as in its API.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="Name">What people call it.</param>
public sealed record ObjectRef(PoolId Pool, string Class, string Uuid, string Name)
{
    /// <summary>Refers to an object at hand.</summary>
    public static ObjectRef To(InventoryObject item) => new(item.Pool, InventoryObjects.ClassOf(item), item.Uuid, InventoryObjects.NameOf(item));
}
