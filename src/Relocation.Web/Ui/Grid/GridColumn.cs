using Microsoft.AspNetCore.Components;

namespace Relocation.Web.Ui.Grid;

/// <summary>A column of a data grid: how a row is shown, sorted, filtered and exported.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed record GridColumn<TRow>
{
    /// <summary>Short name in addresses; stable, of letters.</summary>
    public required string Key { get; init; }

    /// <summary>Head, in the reader's language.</summary>
    public required string Title { get; init; }

    /// <summary>Text shown, filtered and exported.</summary>
    public required Func<TRow, string> Text { get; init; }

    /// <summary>What it sorts by, when not by its text; null sorts last both ways.</summary>
    public Func<TRow, IComparable?>? SortBy { get; init; }

    /// <summary>The number that filters such as `>5` compare, in the unit shown; makes the column numeric and right-aligned.</summary>
    public Func<TRow, double?>? Number { get; init; }

    /// <summary>The cell's content, when it is more than text.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>Address the cell's text links to, if any.</summary>
    public Func<TRow, string?>? Href { get; init; }

    /// <summary>The exact value, on hovering.</summary>
    public Func<TRow, string?>? Hint { get; init; }

    /// <summary>Least width in pixels.</summary>
    public int Width { get; init; } = 110;

    /// <summary>Share of the room that is left over; 0 for a column that stays at its least width.</summary>
    public double Grow { get; init; }

    /// <summary>Its values are offered at the left to narrow the list by.</summary>
    public bool Facet { get; init; }

    /// <summary>Shown only when asked for.</summary>
    public bool HiddenAtFirst { get; init; }
}
