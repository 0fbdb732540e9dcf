using System.Text;

namespace Relocation.Web.Ui.Grid;

/// <summary>
/// Comma-separated text as RFC 4180 has it, with a byte-order mark so that spreadsheets read Chinese. Cells that a spreadsheet would take for a
/// formula (they start with = + - @, tab or return) get an apostrophe in front, unless they are plain numbers.
/// </summary>
public static class Csv
{
    /// <summary>The head and rows of exactly what is shown.</summary>
    public static string Of<TRow>(IEnumerable<TRow> rows, IReadOnlyList<GridColumn<TRow>> columns) =>
        Of([columns.Select(column => column.Title), .. rows.Select(row => columns.Select(column => column.Text(row)))]);

    /// <summary>Lines of cells.</summary>
    public static string Of(IEnumerable<IEnumerable<string>> lines)
    {
        var text = new StringBuilder("\ufeff");
        foreach (var line in lines)
        {
            text.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>One cell, guarded and quoted as needed.</summary>
    public static string Cell(string value)
    {
        var guarded = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(value) ? "'" + value : value;
        return guarded.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }

    private static bool IsNumber(string value) => value.Length > 1 && value[0] is '-' or '+' && value.Skip(1).All(letter => char.IsAsciiDigit(letter) || letter is '.');
}
