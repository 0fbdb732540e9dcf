using System.Globalization;
using System.Text;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Database;

/// <summary>Values as the columns of a database file hold them (ocaml/database/string_marshall_helper.ml, schema.ml).</summary>
internal static class ColumnText
{
    /// <summary>Undoes the protection of white space; an unknown escape is left as it is.</summary>
    public static string Unprotect(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var meaning = text[at] == '%' && at + 1 < text.Length ? Meaning(text[at + 1]) : null;
            plain.Append(meaning ?? text[at].ToString());
            at += meaning is null ? 0 : 1;
        }
        return plain.ToString();
    }

    /// <summary>Protects white space and the escape itself.</summary>
    public static string Protect(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                ' ' => safe.Append("%."),
                '\t' => safe.Append("%t"),
                '\n' => safe.Append("%n"),
                '\r' => safe.Append("%r"),
                '%' => safe.Append("%%"),
                _ => safe.Append(letter),
            };
        }
        return safe.ToString();
    }

    /// <summary>Reads unprotected text as a type; what cannot be read is null.</summary>
    public static XapiValue? Read(XapiType type, string text) => type.Kind switch
    {
        XapiTypeKind.Whole => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        XapiTypeKind.Real => ReadFloat(text),
        XapiTypeKind.Bool => text is "true" or "1" ? true : text is "false" or "0" ? false : null,
        XapiTypeKind.Date => XapiDate.TryParse(text),
        XapiTypeKind.Set => ReadSet(type.Element!, text),
        XapiTypeKind.Map => ReadMap(type.Element!, text),
        XapiTypeKind.Option => text.Length == 0 ? XapiNil.Value : Read(type.Element!, text),
        _ => text,
    };

    /// <summary>Writes a value, unprotected.</summary>
    public static string Write(XapiValue value) => value switch
    {
        XapiText text => text.Text,
        XapiInt number => number.Number.ToString(CultureInfo.InvariantCulture),
        XapiFloat number => FloatText.Of(number.Number),
        XapiBool truth => truth.IsTrue ? "true" : "false",
        XapiDate date => date.Text,
        XapiSet set => $"({string.Join(' ', set.Items.Select(item => SExpression.Quote(Write(item))))})",
        XapiMap map => $"({string.Join(' ', map.Entries.Select(entry => $"({SExpression.Quote(entry.Key)} {SExpression.Quote(Write(entry.Value))})"))})",
        _ => "",
    };

    private static string? Meaning(char escape) => escape switch
    {
        '.' => " ",
        '_' => "  ",
        't' => "\t",
        'n' => "\n",
        'r' => "\r",
        '%' => "%",
        _ => null,
    };

    private static XapiFloat? ReadFloat(string text)
    {
        if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return new XapiFloat(double.NaN);
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new XapiFloat(number) : null;
    }

    private static XapiSet? ReadSet(XapiType element, string text) =>
        SExpression.TryReadSet(text) is { } items ? new XapiSet([.. items.Select(item => Read(element, item) ?? XapiValue.Void)]) : null;

    private static XapiMap? ReadMap(XapiType element, string text) =>
        SExpression.TryReadMap(text) is { } entries
            ? new XapiMap(entries.Select(entry => KeyValuePair.Create(entry.Key, Read(element, entry.Value) ?? XapiValue.Void)))
            : null;
}
