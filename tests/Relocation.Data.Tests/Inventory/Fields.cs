using System.Collections;
using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Data.Tests.Inventory;

/// <summary>An object's fields as a flat table in the form that field changes use, written apart from the product's own comparison. Absent and
/// empty are one, as in a field change.</summary>
internal static class Fields
{
    public static SortedDictionary<string, string> Of(InventoryObject item)
    {
        var table = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in item.GetType().GetProperties().Where(property => property.SetMethod is not null && property.Name != "Pool"))
        {
            if (property.GetValue(item) is IReadOnlyDictionary<string, string> map)
            {
                foreach (var (key, value) in map)
                {
                    Put(table, $"{property.Name}[{key}]", value);
                }
            }
            else
            {
                Put(table, property.Name, Text(property.GetValue(item)));
            }
        }

        return table;
    }

    /// <summary>The table after these changes, each of which must find what it says was there before.</summary>
    public static SortedDictionary<string, string> Apply(SortedDictionary<string, string> table, IEnumerable<FieldChange> changes)
    {
        var result = new SortedDictionary<string, string>(table, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            Assert.Equal(change.Before, result.GetValueOrDefault(change.Field) ?? "");
            result.Remove(change.Field);
            Put(result, change.Field, change.After);
        }

        return result;
    }

    private static void Put(SortedDictionary<string, string> table, string field, string value)
    {
        if (value.Length > 0)
        {
            table[field] = value;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        true => "true",
        false => "false",
        ByteSize size => size.Bytes.ToString(CultureInfo.InvariantCulture),
        BitRate rate => rate.BitsPerSecond.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<string>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
