using System.Globalization;

namespace Relocation.Web.Ui.Grid;

/// <summary>
/// A column's filter as typed. Text: `part`, `=exact`, `!not`, regardless of case. Numbers: `5`, `>5`, `>=5`, `&lt;5`, `&lt;=5`, `5..10`,
/// in the unit shown. What is no number filters the text.
/// </summary>
public static class GridFilter
{
    /// <summary>A test for what was typed.</summary>
    public static Func<string, double?, bool> Parse(string typed)
    {
        var text = typed.Trim();
        if (text.StartsWith('!') && text.Length > 1)
        {
            var inner = Parse(text[1..]);
            return (shown, number) => !inner(shown, number);
        }

        if (Range(text) is { } range)
        {
            return (shown, number) => number is { } value ? range(value) : Contains(shown, text);
        }

        return text.StartsWith('=')
            ? (shown, _) => string.Equals(shown, text[1..].Trim(), StringComparison.OrdinalIgnoreCase)
            : (shown, _) => Contains(shown, text);
    }

    private static bool Contains(string shown, string part) => shown.Contains(part, StringComparison.CurrentCultureIgnoreCase);

    private static Func<double, bool>? Range(string text)
    {
        if (text.Split("..") is [var from, var to] && TryNumber(from, out var low) && TryNumber(to, out var high))
        {
            return value => value >= low && value <= high;
        }

        var digits = text.TrimStart('<', '>', '=');
        if (!TryNumber(digits, out var limit))
        {
            return null;
        }

        return text[..^digits.Length].Trim() switch
        {
            ">" => value => value > limit,
            ">=" => value => value >= limit,
            "<" => value => value < limit,
            "<=" => value => value <= limit,
            "" or "=" => value => Math.Abs(value - limit) < 0.05,
            _ => null,
        };
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text.Trim(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out number);
}
