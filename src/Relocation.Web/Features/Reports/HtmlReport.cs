using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using Relocation.Core.Reports;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Reports;

/// <summary>Renders a report as one HTML file that needs nothing else: it can be mailed, printed and kept.</summary>
public sealed class HtmlReport(IStringLocalizer<ReportText> text, CultureInfo language, DateTimeOffset at)
{
    private const string Style = """
        body{font:14px/1.45 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1b1f24;background:#fff;margin:32px auto;max-width:1180px;padding:0 24px}
        h1{font-size:24px;margin:0 0 4px}h2{font-size:17px;margin:32px 0 8px;border-bottom:1px solid #d5dae0;padding-bottom:4px}h3{font-size:14px;margin:18px 0 6px;color:#4b5563}
        .made{color:#6b7280;margin:0 0 16px}dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 20px;margin:0}dt{color:#6b7280}dd{margin:0}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th{text-align:left;font-weight:600;color:#4b5563;border-bottom:1px solid #aeb6c0}
        th,td{padding:4px 10px 4px 0;vertical-align:top}td{border-bottom:1px solid #eceff3;overflow-wrap:anywhere}.n{text-align:right;white-space:nowrap}.none{color:#6b7280}
        .Done,.inside{color:#116329}.Failed,.outside{color:#a40e26}.Unknown,.Cancelled{color:#7d4e00}
        @media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
        """;

    /// <summary>The document as a whole page.</summary>
    public string Render(ReportDocument document)
    {
        var page = new StringBuilder();
        var title = Encode($"{text[document.Key]}: {document.Name}");
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Encode(language.Name)}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1><p class=\"made\">{Encode(text["made-at", Format.Utc(at)])}</p>\n");
        foreach (var section in document.Sections)
        {
            Render(page, section);
        }

        return page.Append("</body></html>\n").ToString();
    }

    private void Render(StringBuilder page, ReportSection section)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(text[section.Key])}</h2>\n");
        if (section.Facts.Count > 0)
        {
            page.Append("<dl>");
            foreach (var (key, value) in section.Facts)
            {
                page.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(text[key])}</dt><dd class=\"{ClassOf(value)}\">{Encode(Cell(value))}</dd>");
            }

            page.Append("</dl>\n");
        }

        foreach (var table in section.Tables)
        {
            Render(page, table);
        }
    }

    private void Render(StringBuilder page, ReportTable table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h3>{Encode(text[table.Key])}</h3>\n");
        if (table.Rows.Count == 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"none\">{Encode(text["none"])}</p>\n");
            return;
        }

        page.Append("<table><thead><tr>");
        for (var column = 0; column < table.Columns.Count; column++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th{(ReportCellText.IsNumber(table.Rows[0][column]) ? " class=\"n\"" : "")}>{Encode(text[table.Columns[column]])}</th>");
        }

        page.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append(CultureInfo.InvariantCulture, $"<td class=\"{ClassOf(cell)}\">{Encode(Cell(cell))}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private string Cell(ReportCell cell) => ReportCellText.Write(text, cell);

    private static string ClassOf(ReportCell cell) => cell.Kind is CellKind.State ? Encode(ReportCellText.StateOf(cell)) : ReportCellText.IsNumber(cell) ? "n" : "";

    private static string Encode(string value) => WebUtility.HtmlEncode(value);
}
