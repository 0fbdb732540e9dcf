using System.Reflection;
using Relocation.Core.Inventory;
using Relocation.Data.Tests.Records;

namespace Relocation.Data.Tests.Inventory;

/// <summary>Makes a later state of a pool: some objects gone, some new, some with one to three fields changed or emptied, the rest untouched.</summary>
internal static class Mutation
{
    public static List<InventoryObject> Of(IReadOnlyList<InventoryObject> objects, int seed)
    {
        var random = new Random(seed);
        var records = new RandomRecord(seed + 1000);
        var result = new List<InventoryObject>();
        foreach (var item in objects)
        {
            switch (item is Pool ? 9 : random.Next(10))
            {
                case 0:
                    break;
                case 1:
                    result.Add(item);
                    result.Add(Objects.Of(records, item.GetType()));
                    break;
                case < 5:
                    result.Add(Changed(item, random, records));
                    break;
                default:
                    result.Add(item);
                    break;
            }
        }

        return result;
    }

    private static InventoryObject Changed(InventoryObject item, Random random, RandomRecord records)
    {
        var copy = item with { };
        var fields = item.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null && property.Name is not ("Id" or "Pool")).ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var field = fields[random.Next(fields.Count)];
            field.SetValue(copy, random.Next(3) == 0 ? Empty(field.PropertyType) : records.Of(field.PropertyType));
        }

        return copy;
    }

    private static object? Empty(Type type) =>
        type == typeof(string) ? ""
        : type == typeof(IReadOnlyList<string>) ? new List<string>()
        : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string>()
        : type.IsValueType ? Activator.CreateInstance(type) : null;
}
