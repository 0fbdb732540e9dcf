using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Relocation.Web.Ui.Grid;

/// <summary>What a person made of a grid: search, sort, filters, facets, columns. It lives in the page's address.</summary>
public sealed record GridState
{
    /// <summary>Nothing chosen.</summary>
    public static readonly GridState Initial = new();

    /// <summary>Words that a row must hold, all of them, in any column.</summary>
    public string Search { get; init; } = "";

    /// <summary>Key of the column it is sorted by; empty for the order the rows came in.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Largest first.</summary>
    public bool Descending { get; init; }

    /// <summary>Filter text by column key.</summary>
    public ImmutableSortedDictionary<string, string> Filters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Chosen values by column key.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Facets { get; init; } = ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    /// <summary>Keys of the columns shown; empty for the default choice.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>Whether anything keeps rows back.</summary>
    public bool Narrows => Search.Length > 0 || Filters.Count > 0 || Facets.Count > 0;

    /// <summary>Reads the state of the grid named <paramref name="name"/> (empty for a page's only grid) from an address.</summary>
    public static GridState Parse(string uri, string name)
    {
        var state = Initial;
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        foreach (var (key, values) in QueryHelpers.ParseQuery(start < 0 ? "" : uri[start..]))
        {
            if (key.StartsWith(name, StringComparison.Ordinal) && values.Count > 0)
            {
                state = state.With(key[name.Length..], [.. values.OfType<string>()]);
            }
        }

        return state;
    }

    /// <summary>The address with this state in place of the old one; other parameters stay.</summary>
    public string AddTo(string uri, string name)
    {
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        var kept = QueryHelpers.ParseQuery(start < 0 ? "" : uri[start..])
            .Where(pair => !IsOurs(pair.Key, name))
            .SelectMany(pair => pair.Value.Select(value => (pair.Key, Value: value ?? "")));
        var query = new StringBuilder();
        foreach (var (key, value) in kept.Concat(Pairs().Select(pair => (Key: name + pair.Key, pair.Value))))
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return (start < 0 ? uri : uri[..start]) + query;
    }

    /// <summary>With one more, or one less, value of a facet.</summary>
    public GridState Toggle(string column, string value)
    {
        var chosen = Facets.GetValueOrDefault(column, ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal));
        var fewer = chosen.Remove(value);
        chosen = fewer.Count < chosen.Count ? fewer : chosen.Add(value);
        return this with { Facets = chosen.IsEmpty ? Facets.Remove(column) : Facets.SetItem(column, chosen) };
    }

    /// <summary>With the filter of a column changed; empty removes it.</summary>
    public GridState Filter(string column, string text) =>
        this with { Filters = text.Trim().Length == 0 ? Filters.Remove(column) : Filters.SetItem(column, text.Trim()) };

    /// <summary>Sorted by the column: upwards, then downwards, then as the rows came.</summary>
    public GridState SortedBy(string column) => Sort != column
        ? this with { Sort = column, Descending = false }
        : Descending ? this with { Sort = "", Descending = false } : this with { Descending = true };

    /// <summary>Without search, filters and facets.</summary>
    public GridState Widened() => this with { Search = "", Filters = Initial.Filters, Facets = Initial.Facets };

    private static bool IsOurs(string key, string name) => key.StartsWith(name, StringComparison.Ordinal)
        && (key[name.Length..] is "q" or "sort" or "cols" || key[name.Length..].StartsWith("f.", StringComparison.Ordinal) || key[name.Length..].StartsWith("in.", StringComparison.Ordinal));

    private GridState With(string key, ImmutableArray<string> values) => key switch
    {
        "q" => this with { Search = values[0] },
        "sort" => this with { Sort = values[0].TrimStart('-'), Descending = values[0].StartsWith('-') },
        "cols" => this with { Columns = [.. values[0].Split(',', StringSplitOptions.RemoveEmptyEntries)] },
        _ when key.StartsWith("f.", StringComparison.Ordinal) => Filter(key[2..], values[0]),
        _ when key.StartsWith("in.", StringComparison.Ordinal) => this with { Facets = Facets.SetItem(key[3..], values.ToImmutableSortedSet(StringComparer.Ordinal)) },
        _ => this,
    };

    private IEnumerable<(string Key, string Value)> Pairs()
    {
        if (Search.Length > 0)
        {
            yield return ("q", Search);
        }

        if (Sort.Length > 0)
        {
            yield return ("sort", (Descending ? "-" : "") + Sort);
        }

        if (!Columns.IsDefaultOrEmpty)
        {
            yield return ("cols", string.Join(',', Columns));
        }

        foreach (var (column, filter) in Filters)
        {
            yield return ("f." + column, filter);
        }

        foreach (var (column, value) in Facets.SelectMany(facet => facet.Value.Select(value => (facet.Key, value))))
        {
            yield return ("in." + column, value);
        }
    }
}
