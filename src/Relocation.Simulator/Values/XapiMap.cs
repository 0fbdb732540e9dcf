namespace Relocation.Simulator.Values;

/// <summary>Keys to values, in the order they were given; also a record on the wire. Keys are always text.</summary>
public sealed record XapiMap : XapiValue
{
    private readonly KeyValuePair<string, XapiValue>[] entries;

    /// <summary>Makes a map; a key given twice keeps both entries, as the wire does.</summary>
    public XapiMap(IEnumerable<KeyValuePair<string, XapiValue>> entries) => this.entries = [.. entries];

    /// <summary>No entries.</summary>
    public static XapiMap Empty { get; } = new([]);

    /// <summary>The entries, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, XapiValue>> Entries => entries;

    /// <summary>The values that are texts, by key; the first of a key given twice.</summary>
    public IReadOnlyDictionary<string, string> Texts
    {
        get
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, value) in entries)
            {
                if (value is XapiText text)
                {
                    texts.TryAdd(key, text.Text);
                }
            }
            return texts;
        }
    }

    /// <summary>A map of texts.</summary>
    public static XapiMap OfTexts(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(item => KeyValuePair.Create(item.Key, (XapiValue)item.Value)));

    /// <summary>The value of a key, or null.</summary>
    public XapiValue? Find(string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }
        return null;
    }

    /// <summary>The text of a key, or null when it is absent or no text.</summary>
    public string? FindText(string key) => (Find(key) as XapiText)?.Text;

    /// <summary>The map with a key set: in its place, or in front as xapi adds it.</summary>
    public XapiMap With(string key, XapiValue value)
    {
        var at = Array.FindIndex(entries, entry => entry.Key == key);
        if (at < 0)
        {
            return new XapiMap(entries.Prepend(KeyValuePair.Create(key, value)));
        }
        var copy = entries.ToArray();
        copy[at] = KeyValuePair.Create(key, value);
        return new XapiMap(copy);
    }

    /// <summary>The map without a key; itself when it is absent.</summary>
    public XapiMap Without(string key) => Find(key) is null ? this : new XapiMap(entries.Where(entry => entry.Key != key));

    /// <inheritdoc/>
    public bool Equals(XapiMap? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in entries)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }
        return hash.ToHashCode();
    }
}
