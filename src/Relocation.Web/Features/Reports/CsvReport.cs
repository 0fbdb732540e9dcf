using System.Globalization;
using Microsoft.Extensions.Localization;
using Relocation.Core.Reports;
using Relocation.Web.Ui.Grid;

namespace Relocation.Web.Features.Reports;

/// <summary>Renders every table of a report as CSV, one after the other, each under its title. Numbers are exact and without units: seconds and bytes.</summary>
public sealed class CsvReport(IStringLocalizer<ReportText> text)
{
    /// <summary>The document as RFC 4180 text; cells that a spreadsheet would take for a formula are escaped.</summary>
    public string Render(ReportDocument document)
    {
        List<IReadOnlyList<string>> rows = [[text[document.Key], document.Name]];
        foreach (var section in document.Sections)
        {
            rows.AddRange(section.Facts.Select(fact => (IReadOnlyList<string>)[text[fact.Key], Cell(fact.Value)]));
            foreach (var table in section.Tables)
            {
                rows.Add([]);
                rows.Add([text[table.Key]]);
                rows.Add([.. table.Columns.Select(column => text[column].Value)]);
                rows.AddRange(table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Cell)]));
            }
        }

        return Csv.Of(rows);
    }

    private string Cell(ReportCell cell) => cell.Kind switch
    {
        CellKind.Empty => "",
        CellKind.Text => cell.Text,
        CellKind.Key or CellKind.State => text[cell.Text],
        CellKind.Instant => cell.At!.Value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        _ => cell.Number!.Value.ToString("R", CultureInfo.InvariantCulture),
    };
}
