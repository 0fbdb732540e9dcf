using System.Buffers;

namespace Relocation.Xapi.Records;

/// <summary>
/// How newer XAPI keeps white space alive in XML attributes (ocaml/database/xml_spaces.ml): `%.` is a space, `%t`, `%n`, `%r` the
/// control characters, `%%` a percent sign, and the older `%_` two spaces. Files from before hold raw spaces and plain percent signs.
/// </summary>
internal static class WhiteSpaceProtection
{
    /// <summary>From this schema (6.5 of 2015) every file is protected; up to <see cref="LastPlainMinor"/> (6.1 of 2012) none is.</summary>
    private const int FirstProtectedMinor = 73;

    private const int OnStack = 512;

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
        var length = 2 * text.Length;
        char[]? rented = null;
        var plain = length <= OnStack ? stackalloc char[OnStack] : rented = ArrayPool<char>.Shared.Rent(length);
        var written = 0;
        ReadOnlySpan<char> rest = text;
        for (var mark = first; mark >= 0; mark = rest.IndexOf('%'))
        {
            rest[..mark].CopyTo(plain[written..]);
            written += mark;
            var meant = mark + 1 < rest.Length ? Meaning(rest[mark + 1]) : null;
            rest = rest[(mark + (meant is null ? 1 : 2))..];
            meant ??= "%";
            meant.CopyTo(plain[written..]);
            written += meant.Length;
        }

        rest.CopyTo(plain[written..]);
        var result = plain[..(written + rest.Length)].ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
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
