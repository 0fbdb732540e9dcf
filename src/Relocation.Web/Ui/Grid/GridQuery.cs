namespace Relocation.Web.Ui.Grid;

/// <summary>Applies a grid's state to its rows. Pure; ties keep the order the rows came in.</summary>
public static class GridQuery
{
    /// <summary>The columns shown, in their own order; unknown keys are ignored, and the default stands in for an empty choice.</summary>
    public static IReadOnlyList<GridColumn<TRow>> Columns<TRow>(IReadOnlyList<GridColumn<TRow>> all, GridState state)
    {
        var chosen = state.Columns.IsDefaultOrEmpty ? [] : all.Where(column => state.Columns.Contains(column.Key)).ToList();
        return chosen.Count > 0 ? chosen : [.. all.Where(column => !column.HiddenAtFirst)];
    }

    /// <summary>The rows that pass, sorted.</summary>
    public static IReadOnlyList<TRow> Rows<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<GridColumn<TRow>> all, GridState state)
    {
        var passing = rows.Where(row => Passes(row, all, state, exceptFacet: null));
        foreach (var (key, typed) in state.Filters)
        {
            if (all.FirstOrDefault(column => column.Key == key) is { } column)
            {
                var test = GridFilter.Parse(typed);
                passing = passing.Where(row => test(column.Text(row), column.Number?.Invoke(row)));
            }
        }

        return Sorted([.. passing], all.FirstOrDefault(column => column.Key == state.Sort), state.Descending);
    }

    /// <summary>A facet's values with how many rows each would leave, given everything else that is chosen; the most frequent first.</summary>
    public static IReadOnlyList<FacetValue> FacetValues<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<GridColumn<TRow>> all, GridState state, GridColumn<TRow> facet)
    {
        var chosen = state.Facets.GetValueOrDefault(facet.Key);
        var counts = rows.Where(row => Passes(row, all, state, facet.Key)).GroupBy(facet.Text).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var value in chosen ?? [])
        {
            counts.TryAdd(value, 0);
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.CurrentCulture)
            .Select(pair => new FacetValue(pair.Key, pair.Value, chosen?.Contains(pair.Key) == true))];
    }

    private static bool Passes<TRow>(TRow row, IReadOnlyList<GridColumn<TRow>> all, GridState state, string? exceptFacet)
    {
        foreach (var (key, values) in state.Facets)
        {
            if (key != exceptFacet && all.FirstOrDefault(column => column.Key == key) is { } column && !values.Contains(column.Text(row)))
            {
                return false;
            }
        }

        return state.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(word => all.Any(column => column.Text(row).Contains(word, StringComparison.CurrentCultureIgnoreCase)));
    }

    private static List<TRow> Sorted<TRow>(List<TRow> rows, GridColumn<TRow>? column, bool descending)
    {
        if (column is null)
        {
            return rows;
        }

        // Absent values go last whichever way it is sorted, as people look for what is there.
        Func<TRow, IComparable?> by = column.SortBy ?? (column.Number is { } number ? row => number(row) : column.Text);
        var absent = rows.Where(row => by(row) is null).ToList();
        var present = rows.Where(row => by(row) is not null);
        IComparer<IComparable?> comparer = Comparer<IComparable?>.Create((left, right) =>
            left is string leftText && right is string rightText ? StringComparer.CurrentCultureIgnoreCase.Compare(leftText, rightText) : left!.CompareTo(right));
        return [.. descending ? present.OrderByDescending(by, comparer) : present.OrderBy(by, comparer), .. absent];
    }
}
