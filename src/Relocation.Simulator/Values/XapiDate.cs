using System.Globalization;

namespace Relocation.Simulator.Values;

/// <summary>An instant; the wire shows whole seconds, UTC.</summary>
/// <param name="Instant">The instant.</param>
public sealed record XapiDate(DateTimeOffset Instant) : XapiValue
{
    private static readonly string[] Forms =
        ["yyyyMMdd'T'HH:mm:ss'Z'", "yyyyMMdd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>What a time that has not come yet is shown as.</summary>
    public static XapiDate Epoch { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>The text of the wire: no dashes, colons kept, as in 20240102T03:04:05Z.</summary>
    public string Text => Instant.UtcDateTime.ToString(Forms[0], CultureInfo.InvariantCulture);

    /// <summary>Reads the forms that xapi accepts; text that is none is null.</summary>
    public static XapiDate? TryParse(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? new XapiDate(instant)
            : null;

    /// <summary>Reads the forms that xapi accepts; anything else is the epoch.</summary>
    public static XapiDate Parse(string text) => TryParse(text) ?? Epoch;
}
