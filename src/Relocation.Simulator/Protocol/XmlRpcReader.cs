using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>Reads XML-RPC calls: typed and untyped values, no document type, no entities of a document.</summary>
internal static class XmlRpcReader
{
    private const string EndOfInput = "unexpected end of input";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <exception cref="MalformedRequestException">The body is no call.</exception>
    public static RpcRequest Read(ReadOnlyMemory<byte> body)
    {
        var call = Load(body).Root!;
        if (call.Name != "methodCall" || call.Element("methodName") is not { } method)
        {
            throw new MalformedRequestException("Xmlrpc.Parse_error(\"methodCall\")");
        }
        var parameters = call.Element("params")?.Elements("param").Select(item => item.Element("value")) ?? [];
        return new RpcRequest(method.Value, [.. parameters.Select(value => Value(value ?? throw Bad("value")))]);
    }

    private static XDocument Load(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            var isEnd = fault.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase) || fault.Message.StartsWith("Root element is missing", StringComparison.Ordinal);
            var reason = isEnd ? EndOfInput : "malformed character stream or markup";
            throw new MalformedRequestException($"Xmlm.Error({Math.Max(1, fault.LineNumber)}:{Math.Max(1, fault.LinePosition)}, \"{reason}\")");
        }
    }

    private static XapiValue Value(XElement value)
    {
        var typed = value.Elements().FirstOrDefault();
        return typed is null ? value.Value : Typed(typed);
    }

    private static XapiValue Typed(XElement typed) => typed.Name.LocalName switch
    {
        "string" or "base64" => typed.Value,
        "int" or "i4" or "i8" => long.TryParse(typed.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Bad("int"),
        "boolean" => typed.Value.Trim() is "1" or "true",
        "double" => double.TryParse(typed.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Bad("double"),
        "dateTime.iso8601" => XapiDate.TryParse(typed.Value.Trim()) ?? throw Bad("dateTime.iso8601"),
        "nil" => XapiNil.Value,
        "array" => new XapiSet([.. (typed.Element("data") ?? throw Bad("array")).Elements("value").Select(Value)]),
        "struct" => new XapiMap(typed.Elements("member").Select(Member)),
        var other => throw Bad(other),
    };

    private static KeyValuePair<string, XapiValue> Member(XElement member) =>
        KeyValuePair.Create((member.Element("name") ?? throw Bad("name")).Value, Value(member.Element("value") ?? throw Bad("value")));

    private static MalformedRequestException Bad(string what) => new($"Xmlrpc.Parse_error(\"{what}\")");
}
