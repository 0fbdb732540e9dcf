using Relocation.Core.Reports;

namespace Relocation.Web.Features.Reports;

/// <summary>Predictions beside measurements as drawn: every move on its own line, all on one scale from zero.</summary>
/// <param name="Bars">A line per move that has a prediction or a measurement.</param>
/// <param name="Kind">How values are written.</param>
/// <param name="Most">Value at the right edge.</param>
public sealed record AccuracyPicture(IReadOnlyList<AccuracyBar> Bars, CellKind Kind, double Most)
{
    /// <summary>The picture of a table with predicted and measured figures per move; null when it is another kind of table, or holds nothing to draw.</summary>
    public static AccuracyPicture? Of(ReportTable table)
    {
        if (!table.Key.StartsWith("figure.", StringComparison.Ordinal))
        {
            return null;
        }

        var (expected, low, high, measured) = (Column("column.predicted"), Column("column.low-90"), Column("column.high-90"), Column("column.measured"));
        var bars = table.Rows
            .Select(row => new AccuracyBar(row[0].Text, row[expected].Number, row[low].Number, row[high].Number, row[measured].Number))
            .Where(bar => bar.Expected is not null || bar.Measured is not null)
            .ToList();
        var most = bars.Count == 0 ? 0 : bars.Max(bar => Math.Max(Math.Max(bar.High ?? 0, bar.Expected ?? 0), bar.Measured ?? 0));
        return most > 0 ? new AccuracyPicture(bars, table.Rows[0][expected].Kind is CellKind.Empty ? table.Rows[0][measured].Kind : table.Rows[0][expected].Kind, most) : null;

        int Column(string key) => table.Columns.Select((column, index) => (column, index)).Single(pair => pair.column == key).index;
    }
}
