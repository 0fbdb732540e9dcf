using System.Globalization;
using Microsoft.Extensions.Localization;
using Relocation.Core.Reports;
using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Features.Reports;

/// <summary>Renders the moves of a run as CSV, one line per move with predicted and measured figures side by side. Numbers are exact and
/// without units: seconds, bytes, fractions.</summary>
public sealed class CsvReport(IStringLocalizer<ReportText> text)
{
    /// <summary>The moves as RFC 4180 text; cells that a spreadsheet would take for a formula are escaped.</summary>
    public string Render(ReportDocument document)
    {
        var tables = document.Sections.SelectMany(section => section.Tables).ToList();
        var moves = tables.Single(table => table.Key == "table.moves");
        var figures = tables.Where(table => table.Key.StartsWith("figure.", StringComparison.Ordinal)).ToList();
        IEnumerable<string> head = [.. moves.Columns.Select(Word), .. figures.SelectMany(figure => figure.Columns.Skip(1).Select(column => $"{Word(figure.Key)}: {Word(column)}"))];
        return Csv.Of([head, .. moves.Rows.Select((row, index) => row.Concat(figures.SelectMany(figure => figure.Rows[index].Skip(1))).Select(Cell))]);
    }

    private string Word(string key) => text[key];

    private string Cell(ReportCell cell) => cell.Kind switch
    {
        CellKind.Empty => "",
        CellKind.Text => cell.Text,
        CellKind.Key or CellKind.State => text[cell.Text],
        CellKind.Instant => cell.At!.Value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        _ => cell.Number!.Value.ToString("R", CultureInfo.InvariantCulture),
    };
}
