using Relocation.Core.Inventory;
using Relocation.Data.Tests.Records;

namespace Relocation.Data.Tests.Inventory;

/// <summary>Objects of a made-up pool with every field set.</summary>
internal static class Objects
{
    public static readonly PoolId Pool = new("{0B3E4AF2-pool}");

    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(InventoryObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InventoryObject))).OrderBy(type => type == typeof(Pool) ? 0 : 1).ThenBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The pool and so many objects of each other class.</summary>
    public static List<InventoryObject> Every(int seed, int ofEachClass)
    {
        var random = new RandomRecord(seed);
        return [PoolRecord(seed), .. Types.Where(type => type != typeof(Pool)).SelectMany(type => Enumerable.Range(0, ofEachClass).Select(_ => Of(random, type)))];
    }

    public static Pool PoolRecord(int seed) => new RandomRecord(seed).Of<Pool>() with { Pool = Pool, Id = Pool };

    public static Vm Vm(int seed, string uuid) => new RandomRecord(seed).Of<Vm>() with { Pool = Pool, Id = new VmId(uuid) };

    public static InventoryObject Of(RandomRecord random, Type type) => (InventoryObject)random.Of(type) with { Pool = Pool };

    /// <summary>All objects of a snapshot.</summary>
    public static IEnumerable<InventoryObject> Of(InventorySnapshot snapshot) =>
        typeof(InventorySnapshot).GetProperties().Select(property => property.GetValue(snapshot))
            .SelectMany(value => value is InventoryObject single ? [single] : value as IEnumerable<InventoryObject> ?? []);

    /// <summary>Objects in depth, in an order that does not depend on where they came from.</summary>
    public static string Text(IEnumerable<InventoryObject> objects) =>
        string.Join("---\n", objects.OrderBy(item => item.GetType().Name, StringComparer.Ordinal).ThenBy(item => item.Uuid, StringComparer.Ordinal).Select(DeepText.Of));
}
