using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Xapi.Records;

/// <summary>
/// One XAPI object, read by the API's field names (`name_label`, `memory_static_max`) whatever it came from: a row of a database file
/// or a record that a pool sent. A field that is missing or unknown to the source gives its default; a value of the wrong kind is an
/// <see cref="InventoryFormatException"/> that names class, object, field and place. Secrets never come out (<see cref="SecretKeys"/>).
/// </summary>
public abstract class XapiRecord
{
    /// <summary>No VM, disk or host of today holds an exbibyte; sums of sizes below it cannot overflow either.</summary>
    private const long LargestSize = 1L << 60;

    private protected XapiRecord(XapiClass type, string reference, RecordPlace place)
    {
        Type = type;
        OwnReference = reference;
        Place = place;
    }

    /// <summary>The object's class and the fields read of it.</summary>
    public XapiClass Type { get; }

    /// <summary>The object's own opaque reference; it never leaves the connector.</summary>
    public string OwnReference { get; }

    /// <summary>Where it was read.</summary>
    public RecordPlace Place { get; }

    /// <summary>The object's uuid as stored; empty when it has none.</summary>
    public string Uuid => Text("uuid");

    /// <summary>Whether the source holds the field, be it empty.</summary>
    public bool Has(string field) => Scalar(field) is not null;

    /// <summary>Whether both hold the same in every field that the inventory reads.</summary>
    internal bool HoldsSameAs(XapiRecord other) => Type == other.Type && Type.Fields.All(field =>
        Scalar(field) == other.Scalar(field) && (Scalar(field) is { Length: > 0 } || ItemsOf(field).SequenceEqual(other.ItemsOf(field))));

    /// <summary>A string or enumeration value; empty by default.</summary>
    public string Text(string field) => Scalar(field) ?? "";

    /// <summary>A boolean.</summary>
    public bool Flag(string field, bool fallback = false) => FlagIfKnown(field) ?? fallback;

    /// <summary>A boolean, or null when the source does not hold the field.</summary>
    public bool? FlagIfKnown(string field)
    {
        var text = Scalar(field);
        return string.IsNullOrEmpty(text) ? null : XapiText.TryFlag(text, out var value) ? value : throw Bad(field, text, "true or false");
    }

    /// <summary>A 64-bit whole number.</summary>
    public long Number(string field, long fallback = 0)
    {
        var text = Scalar(field);
        return string.IsNullOrEmpty(text) ? fallback : XapiText.TryNumber(text, out var value) ? value : throw Bad(field, text, "a whole number of 64 bits");
    }

    /// <summary>A number of things: a whole number that fits in 32 bits and is not below -1 (XAPI's `not set`).</summary>
    public long Count(string field, long fallback = 0)
    {
        var value = Number(field, fallback);
        return value is >= -1 and <= int.MaxValue ? value : throw Bad(field, Text(field), "a number between -1 and 2147483647");
    }

    /// <summary>A size in bytes; XAPI's -1 (unknown) gives zero.</summary>
    public ByteSize Size(string field)
    {
        var value = Number(field);
        return value is >= -1 and <= LargestSize ? new ByteSize(Math.Max(0, value)) : throw Bad(field, Text(field), "a size between -1 and 2^60 bytes");
    }

    /// <summary>A floating-point number; OCaml's `1.`, `nan` and `inf` are understood.</summary>
    public double Real(string field, double fallback = 0)
    {
        var text = Scalar(field);
        return string.IsNullOrEmpty(text) ? fallback : XapiText.TryReal(text, out var value) ? value : throw Bad(field, text, "a number");
    }

    /// <summary>A moment in UTC; null when missing or the epoch, which is XAPI's `never`.</summary>
    public DateTimeOffset? Instant(string field)
    {
        var text = Scalar(field);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return XapiText.TryInstant(text, out var value)
            ? value == DateTimeOffset.UnixEpoch ? null : value
            : throw Bad(field, text, "a date such as 20130102T16:17:24Z");
    }

    /// <summary>An enumeration value without regard to case; the fallback for a value this version does not know.</summary>
    public TEnum Choice<TEnum>(string field, TEnum fallback)
        where TEnum : struct, Enum
    {
        var text = Text(field);
        return text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) ? value : fallback;
    }

    /// <summary>The opaque reference a field holds, or null when it refers to nothing.</summary>
    public string? Reference(string field) => Scalar(field) is { } text && !XapiText.IsNullReference(text) ? text : null;

    /// <summary>A set's elements, or a map's keys, in ordinal order.</summary>
    public IReadOnlyList<string> Set(string field)
    {
        var items = ItemList.Take();
        ReadItems(field, items, ItemUse.Set);
        return ItemList.Keys(items);
    }

    /// <summary>A map, in ordinal order of its keys and without secrets; of a doubled key the first counts, as in OCaml.</summary>
    public IReadOnlyDictionary<string, string> Map(string field)
    {
        var items = ItemList.Take();
        ReadItems(field, items, ItemUse.Map);
        return ItemList.ToMap(items) ?? throw BadItems(field);
    }

    /// <summary>A set's elements or a map's keys, in ordinal order, where other objects hang on them.</summary>
    internal IReadOnlyList<string> Elements(string field)
    {
        var items = ItemList.Take();
        ReadItems(field, items, ItemUse.Always);
        return ItemList.Keys(items);
    }

    /// <summary>The value of one key of a map, or null.</summary>
    internal string? ValueIn(string field, string key)
    {
        if (!MayMention(field, key))
        {
            return null;
        }

        var items = ItemList.Take();
        ReadItems(field, items, ItemUse.Always);
        return items.Find(item => item.Key == key).Value;
    }

    /// <summary>A map's values in ordinal order, for maps of the kind task to operation.</summary>
    public IReadOnlyList<string> Values(string field) => [.. Map(field).Values.Order(StringComparer.Ordinal)];

    /// <summary>Whether a map's text can hold the key; false saves reading the map.</summary>
    private protected abstract bool MayMention(string field, string key);

    /// <summary>The error for a value that is not what the field holds.</summary>
    internal InventoryFormatException Bad(string field, string value, string wanted) =>
        new("bad-value", Place.Source, Place.Line, Place.Column,
            $"{Place}: {Type.Name} {Name}, field {field}: '{Shorten(value)}' is not {wanted}. The file or answer is damaged; take the dump anew.");

    private protected InventoryFormatException BadItems(string field) =>
        new("bad-value", Place.Source, Place.Line, Place.Column,
            $"{Place}: {Type.Name} {Name}, field {field}: this is no set or map that XAPI writes. The file or answer is damaged; take the dump anew.");

    /// <summary>The field as text, or null when the source does not hold it.</summary>
    private protected abstract string? Scalar(string field);

    /// <summary>Adds the elements of a set or map to a list; none when the source does not hold it.</summary>
    private protected abstract void ReadItems(string field, List<RecordItem> items, ItemUse use);

    private List<RecordItem> ItemsOf(string field)
    {
        var items = new List<RecordItem>();
        ReadItems(field, items, ItemUse.Always);
        return items;
    }

    private string Name => Shorten(Scalar("uuid") ?? OwnReference);

    private static string Shorten(string value) => value.Length <= 60 ? value : string.Concat(value.AsSpan(0, 57), "...");
}
