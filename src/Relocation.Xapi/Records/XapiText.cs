using System.Globalization;

namespace Relocation.Xapi.Records;

/// <summary>Scalars as XAPI writes them (ocaml/database/schema.ml, ocaml/xapi-types/ref.ml and Date of xapi-stdext).</summary>
internal static class XapiText
{
    private static readonly string[] InstantFormats =
    [
        "yyyyMMdd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    public static bool TryFlag(string text, out bool value)
    {
        value = text is "true" or "1";
        return value || text is "false" or "0";
    }

    public static bool TryNumber(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>OCaml prints `1.`, `0.25`, `1e+10`, `nan`, `inf` and `-inf`.</summary>
    public static bool TryReal(string text, out double value)
    {
        switch (text)
        {
            case "nan" or "-nan":
                value = double.NaN;
                return true;
            case "inf" or "infinity":
                value = double.PositiveInfinity;
                return true;
            case "-inf" or "-infinity" or "neg_infinity":
                value = double.NegativeInfinity;
                return true;
            default:
                // An overflow parses as an infinity, which is absurd in a field that holds a figure.
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }
    }

    /// <summary>`20130102T16:17:24Z`, with or without dashes, colons and fractions; always UTC.</summary>
    public static bool TryInstant(string text, out DateTimeOffset value)
    {
        var bare = text.AsSpan().TrimEnd('Z');
        return DateTimeOffset.TryParseExact(bare, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    /// <summary>Null, empty and `OpaqueRef:NULL` mean that nothing is referred to (ocaml/xapi-types/ref.ml).</summary>
    public static bool IsNullReference(string? text) =>
        string.IsNullOrEmpty(text) || text.Equals("OpaqueRef:NULL", StringComparison.OrdinalIgnoreCase) || text is "Ref:NULL" or "NULL";
}
