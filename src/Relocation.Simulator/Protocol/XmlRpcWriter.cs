using System.Buffers;
using System.Globalization;
using System.Text;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>
/// XML-RPC as xapi writes it (ocaml-rpc, xmlrpc.ml): one line, strings and 64-bit integers untyped, no space between elements.
/// </summary>
public static class XmlRpcWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");

    /// <summary>A whole response around a value.</summary>
    public static string Response(XapiValue value)
    {
        var text = new StringBuilder(256);
        text.Append("<?xml version=\"1.0\"?><methodResponse><params><param>");
        Write(text, value);
        return text.Append("</param></params></methodResponse>").ToString();
    }

    /// <summary>A value element alone.</summary>
    public static string Fragment(XapiValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, XapiValue value)
    {
        text.Append("<value>");
        switch (value)
        {
            case XapiText item:
                Escape(text, item.Text);
                break;
            case XapiInt { Is32Bit: true } item:
                text.Append("<i4>").Append(item.Number.ToString(CultureInfo.InvariantCulture)).Append("</i4>");
                break;
            case XapiInt item:
                text.Append(item.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case XapiBool item:
                text.Append("<boolean>").Append(item.IsTrue ? '1' : '0').Append("</boolean>");
                break;
            case XapiFloat item:
                text.Append("<double>").Append(FloatText.Of(item.Number)).Append("</double>");
                break;
            case XapiDate item:
                text.Append("<dateTime.iso8601>").Append(item.Text).Append("</dateTime.iso8601>");
                break;
            case XapiSet item:
                WriteSet(text, item);
                break;
            case XapiMap item:
                WriteMap(text, item);
                break;
            default:
                text.Append("<nil/>");
                break;
        }
        text.Append("</value>");
    }

    private static void WriteSet(StringBuilder text, XapiSet set)
    {
        text.Append("<array><data>");
        foreach (var item in set.Items)
        {
            Write(text, item);
        }
        text.Append("</data></array>");
    }

    private static void WriteMap(StringBuilder text, XapiMap map)
    {
        text.Append("<struct>");
        foreach (var (key, value) in map.Entries)
        {
            text.Append("<member><name>");
            Escape(text, key);
            text.Append("</name>");
            Write(text, value);
            text.Append("</member>");
        }
        text.Append("</struct>");
    }

    private static void Escape(StringBuilder text, string plain)
    {
        if (!plain.AsSpan().ContainsAny(Special))
        {
            text.Append(plain);
            return;
        }
        foreach (var letter in plain)
        {
            _ = letter switch
            {
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                '"' => text.Append("&quot;"),
                _ => text.Append(letter),
            };
        }
    }
}
