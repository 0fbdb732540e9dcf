using System.Globalization;
using System.Text.Json;

namespace Relocation.Xapi.Moves;

/// <summary>Fields of records as JSON-RPC gives them. Absent fields read as empty: older servers lack some.</summary>
internal static class RecordJson
{
    private const string NullReference = "OpaqueRef:NULL";

    public static string Text(this JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static bool Flag(this JsonElement record, string field) => record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True;

    public static long Number(this JsonElement record, string field) => record.TryGetProperty(field, out var value) ? value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => 0,
    } : 0;

    public static double Fraction(this JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    /// <summary>A reference, or null when it points nowhere.</summary>
    public static string? Reference(this JsonElement record, string field) => record.Text(field) is { Length: > 0 } reference && reference != NullReference ? reference : null;

    public static IReadOnlyList<string> Texts(this JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    public static IReadOnlyDictionary<string, string> Map(this JsonElement record, string field)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object)
        {
            foreach (var item in value.EnumerateObject().Where(item => item.Value.ValueKind == JsonValueKind.String))
            {
                map[item.Name] = item.Value.GetString()!;
            }
        }

        return map;
    }

    /// <summary>A date such as 20261123T02:01:58Z, with or without hyphens; null for the epoch, with which XAPI says "not yet".</summary>
    public static DateTimeOffset? Instant(this JsonElement record, string field) => record.TryGetProperty(field, out var value) ? InstantOf(value) : null;

    /// <summary>A date given as a value of its own.</summary>
    public static DateTimeOffset? InstantOf(JsonElement value)
    {
        string[] forms = ["yyyyMMdd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && instant > DateTimeOffset.UnixEpoch ? instant : null;
    }
}
