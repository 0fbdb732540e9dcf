using System.Collections.Immutable;

namespace Relocation.Simulator.Values;

/// <summary>A list of values, in the order they were given.</summary>
/// <param name="Items">The values.</param>
public sealed record XapiSet(ImmutableArray<XapiValue> Items) : XapiValue
{
    /// <summary>No values.</summary>
    public static XapiSet Empty { get; } = new(ImmutableArray<XapiValue>.Empty);

    /// <summary>The items' texts: references, words or strings.</summary>
    public IEnumerable<string> Texts => Items.OfType<XapiText>().Select(item => item.Text);

    /// <summary>A set of texts.</summary>
    public static XapiSet OfTexts(IEnumerable<string> texts) => new([.. texts.Select(text => (XapiValue)text)]);

    /// <summary>The set with a value in front, as xapi adds it; itself when the value is there.</summary>
    public XapiSet With(XapiValue value) => Items.Contains(value) ? this : new XapiSet(Items.Insert(0, value));

    /// <summary>The set without a value; itself when it is not there.</summary>
    public XapiSet Without(XapiValue value)
    {
        var rest = Items.Remove(value);
        return rest == Items ? this : new XapiSet(rest);
    }

    /// <inheritdoc/>
    public bool Equals(XapiSet? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }
        return hash.ToHashCode();
    }
}
