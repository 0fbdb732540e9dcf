using System.Buffers;
using System.Globalization;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>JSON as xapi writes it (yojson): no space, only what must be escaped is, doubles always with a point or exponent.</summary>
internal static class JsonWriter
{
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\', '\x7f']);

    private static readonly SearchValues<char> WholeNumber = SearchValues.Create("-0123456789");

    public static void Write(Utf8Output text, XapiValue value)
    {
        switch (value)
        {
            case XapiText item:
                WriteText(text, item.Text);
                break;
            case XapiInt item:
                text.Append(item.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case XapiBool item:
                text.Append(item.IsTrue ? "true" : "false");
                break;
            case XapiFloat item:
                text.Append(Real(item.Number));
                break;
            case XapiDate item:
                WriteText(text, item.Text);
                break;
            case XapiSet item:
                WriteSet(text, item);
                break;
            case XapiMap item:
                WriteMap(text, item);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    public static void WriteText(Utf8Output text, string plain)
    {
        text.Append("\"");
        text.AppendEscaped(plain, Special, Escape);
        text.Append("\"");
    }

    private static void WriteSet(Utf8Output text, XapiSet set)
    {
        text.Append("[");
        for (var at = 0; at < set.Items.Length; at++)
        {
            text.Append(at == 0 ? "" : ",");
            Write(text, set.Items[at]);
        }
        text.Append("]");
    }

    private static void WriteMap(Utf8Output text, XapiMap map)
    {
        text.Append("{");
        for (var at = 0; at < map.Entries.Count; at++)
        {
            text.Append(at == 0 ? "" : ",");
            WriteText(text, map.Entries[at].Key);
            text.Append(":");
            Write(text, map.Entries[at].Value);
        }
        text.Append("}");
    }

    private static string Real(double number)
    {
        var text = FloatText.Of(number);
        return text.AsSpan().IndexOfAnyExcept(WholeNumber) < 0 ? $"{text}.0" : text;
    }

    private static string Escape(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => $"\\u{(int)letter:x4}",
    };
}
