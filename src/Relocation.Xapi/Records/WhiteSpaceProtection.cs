using System.Text;

namespace Relocation.Xapi.Records;

/// <summary>
/// How newer XAPI keeps white space alive in XML attributes (ocaml/database/xml_spaces.ml): `%.` is a space, `%t`, `%n`, `%r` the
/// control characters, `%%` a percent sign, and the older `%_` two spaces. Files from before hold raw spaces and plain percent signs.
/// </summary>
internal static class WhiteSpaceProtection
{
    /// <summary>From this schema (6.5 of 2015) every file is protected; up to <see cref="LastPlainMinor"/> (6.1 of 2012) none is.</summary>
    private const int FirstProtectedMinor = 73;

    private const int LastPlainMinor = 66;

    /// <summary>Undoes the protection, or returns the text as it is where the file has none.</summary>
    /// <param name="text">An attribute's value after XML unescaping.</param>
    /// <param name="schemaMinor">The manifest's schema_minor_vsn; null when the file has no manifest.</param>
    public static string Decode(string text, int? schemaMinor)
    {
        var first = text.IndexOf('%', StringComparison.Ordinal);
        return first >= 0 && IsProtected(text, schemaMinor) ? Undo(text, first) : text;
    }

    private static bool IsProtected(string text, int? schemaMinor) => schemaMinor switch
    {
        >= FirstProtectedMinor => true,
        <= LastPlainMinor => false,
        // In between a protected value shows itself: it has the mark and no white space of its own.
        _ => text.Contains("%.", StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace),
    };

    private static string Undo(string text, int first)
    {
        var plain = new StringBuilder(text.Length).Append(text, 0, first);
        for (var index = first; index < text.Length; index++)
        {
            var meant = text[index] == '%' && index + 1 < text.Length ? Meaning(text[index + 1]) : null;
            if (meant is null)
            {
                plain.Append(text[index]);
                continue;
            }

            plain.Append(meant);
            index++;
        }

        return plain.ToString();
    }

    private static string? Meaning(char mark) => mark switch
    {
        '.' => " ",
        't' => "\t",
        'n' => "\n",
        'r' => "\r",
        '%' => "%",
        '_' => "  ",
        _ => null,
    };
}
