using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Relocation.Xapi.Records;

/// <summary>Turns the items of a set or map, as read, into an ordered collection. Most values are read on this way, so that the list is used again.</summary>
internal static class ItemList
{
    /// <summary>Up to here the insertion sort is the quickest; beyond it would be quadratic.</summary>
    private const int Few = 32;

    [ThreadStatic]
    private static List<RecordItem>? scratch;

    /// <summary>An empty list, good until the next call on this thread.</summary>
    public static List<RecordItem> Take()
    {
        scratch ??= [];
        scratch.Clear();
        return scratch;
    }

    /// <summary>The keys in ordinal order.</summary>
    public static IReadOnlyList<string> Keys(List<RecordItem> items)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var keys = new string[items.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            keys[index] = items[index].Key;
        }

        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    /// <summary>The map, or null when an item has no value. Of equal keys the first counts.</summary>
    public static IReadOnlyDictionary<string, string>? ToMap(List<RecordItem> items)
    {
        if (items.Count == 0)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        Sort(items);
        var entries = new KeyValuePair<string, string>[items.Count];
        var count = 0;
        foreach (var (key, value) in items)
        {
            if (value is null)
            {
                return null;
            }

            if (count == 0 || entries[count - 1].Key != key)
            {
                entries[count++] = new(key, value);
            }
        }

        return new TextMap(count == entries.Length ? entries : entries[..count]);
    }

    /// <summary>By key, keeping equal keys in the order they came in.</summary>
    private static void Sort(List<RecordItem> items)
    {
        if (items.Count > Few)
        {
            var ordered = items.OrderBy(item => item.Key, StringComparer.Ordinal).ToArray();
            items.Clear();
            items.AddRange(ordered);
            return;
        }

        var span = CollectionsMarshal.AsSpan(items);
        for (var index = 1; index < span.Length; index++)
        {
            var item = span[index];
            var place = index;
            for (; place > 0 && string.CompareOrdinal(span[place - 1].Key, item.Key) > 0; place--)
            {
                span[place] = span[place - 1];
            }

            span[place] = item;
        }
    }
}
