using System.Buffers;
using System.Globalization;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>
/// XML-RPC as xapi writes it (ocaml-rpc, xmlrpc.ml): one line, strings and 64-bit integers untyped, no space between elements.
/// </summary>
internal static class XmlRpcWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");

    /// <summary>A whole response around a value.</summary>
    public static ReadOnlyMemory<byte> Response(XapiValue value)
    {
        var text = new Utf8Output();
        text.Append("<?xml version=\"1.0\"?><methodResponse><params><param>");
        Write(text, value);
        return text.Append("</param></params></methodResponse>").Written;
    }

    /// <summary>A value element alone.</summary>
    public static string Fragment(XapiValue value)
    {
        var text = new Utf8Output();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(Utf8Output text, XapiValue value)
    {
        text.Append("<value>");
        switch (value)
        {
            case XapiText item:
                text.AppendEscaped(item.Text, Special, Escape);
                break;
            case XapiInt { Is32Bit: true } item:
                text.Append("<i4>").Append(item.Number.ToString(CultureInfo.InvariantCulture)).Append("</i4>");
                break;
            case XapiInt item:
                text.Append(item.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case XapiBool item:
                text.Append(item.IsTrue ? "<boolean>1</boolean>" : "<boolean>0</boolean>");
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

    private static void WriteSet(Utf8Output text, XapiSet set)
    {
        text.Append("<array><data>");
        foreach (var item in set.Items)
        {
            Write(text, item);
        }
        text.Append("</data></array>");
    }

    private static void WriteMap(Utf8Output text, XapiMap map)
    {
        text.Append("<struct>");
        foreach (var (key, value) in map.Entries)
        {
            text.Append("<member><name>");
            text.AppendEscaped(key, Special, Escape);
            text.Append("</name>");
            Write(text, value);
            text.Append("</member>");
        }
        text.Append("</struct>");
    }

    private static string Escape(char letter) => letter switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        _ => "&quot;",
    };
}
