using System.Globalization;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Events;

/// <summary>How far a reader of events has come: two generations (ocaml/xapi/xapi_event.ml, module Token).</summary>
/// <param name="Generation">The database's generation.</param>
/// <param name="Messages">The generation of the messages.</param>
internal sealed record EventToken(long Generation, long Messages)
{
    /// <summary>Before everything: rows of old files carry no generation and count as made at 0.</summary>
    public static EventToken Start { get; } = new(-1, 0);

    /// <exception cref="XapiException">EVENT_FROM_TOKEN_PARSE_FAILURE.</exception>
    public static EventToken Parse(string text)
    {
        if (text.Length == 0)
        {
            return Start;
        }
        var parts = text.Split(',');
        return parts.Length == 2 && IsNumber(parts[0], out var generation) && IsNumber(parts[1], out var messages)
            ? new EventToken(generation, messages)
            : throw new XapiException("EVENT_FROM_TOKEN_PARSE_FAILURE", text);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation:D20},{Messages:D20}");

    private static bool IsNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
