using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Relocation.Core.Quantities;

namespace Relocation.Core.Inventory;

/// <summary>Tells field by field how an object differs between two captures. Values compare by content, never by reference.</summary>
public static class InventoryDiff
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> FieldsByType = new();

    /// <summary>The change from <paramref name="before"/> to <paramref name="after"/>, or null when no field differs. Null on one side means added or gone.</summary>
    /// <exception cref="ArgumentException">The two are not the same object, or both are null.</exception>
    public static ObjectChange? Between(InventoryObject? before, InventoryObject? after)
    {
        if (before is null || after is null)
        {
            var known = after ?? before ?? throw new ArgumentException("There is nothing to compare.", nameof(after));
            return new ObjectChange(before is null ? ChangeKind.Added : ChangeKind.Gone, InventoryObjects.KeyOf(known), InventoryObjects.NameOf(known), []);
        }

        if (before.GetType() != after.GetType() || before.Uuid != after.Uuid)
        {
            throw new ArgumentException($"{InventoryObjects.KeyOf(before)} and {InventoryObjects.KeyOf(after)} are different objects.", nameof(after));
        }

        var fields = FieldsOf(after.GetType()).SelectMany(field => Compare(field.Name, field.GetValue(before), field.GetValue(after))).ToList();
        return fields.Count == 0 ? null : new ObjectChange(ChangeKind.Changed, InventoryObjects.KeyOf(after), InventoryObjects.NameOf(after), fields);
    }

    private static IReadOnlyList<PropertyInfo> FieldsOf(Type type) => FieldsByType.GetOrAdd(type, static key =>
        [.. key.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not (nameof(InventoryObject.Uuid) or nameof(InventoryObject.Pool)))
            .OrderBy(property => property.Name, StringComparer.Ordinal)]);

    private static IEnumerable<FieldChange> Compare(string field, object? before, object? after)
    {
        if (before is IReadOnlyDictionary<string, string> oldMap && after is IReadOnlyDictionary<string, string> newMap)
        {
            return CompareMaps(field, oldMap, newMap);
        }

        var same = before is IEnumerable<string> oldList && after is IEnumerable<string> newList && before is not string
            ? oldList.SequenceEqual(newList, StringComparer.Ordinal)
            : Equals(before, after);
        return same ? [] : [new FieldChange(field, TextOf(before), TextOf(after))];
    }

    private static IEnumerable<FieldChange> CompareMaps(string field, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        if (ReferenceEquals(before, after) || (before.Count == 0 && after.Count == 0))
        {
            return [];
        }

        return from key in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let left = before.GetValueOrDefault(key)
               let right = after.GetValueOrDefault(key)
               where !string.Equals(left, right, StringComparison.Ordinal)
               select new FieldChange($"{field}[{key}]", left ?? "", right ?? "");
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        ByteSize size => size.Bytes.ToString(CultureInfo.InvariantCulture),
        BitRate rate => rate.BitsPerSecond.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(TextOf)),
        _ => value.ToString() ?? "",
    };
}
