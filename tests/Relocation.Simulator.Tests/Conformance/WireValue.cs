using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>A value as the wire shows it: what tells its kind apart, its text, its members (named) or items (unnamed).</summary>
internal sealed partial record WireValue(string Kind, string Text, IReadOnlyList<KeyValuePair<string, WireValue>> Members)
{
    public bool IsStruct => Kind is "struct" or "object";

    public bool IsArray => Kind is "array";

    public WireValue? Find(string name) => Members.FirstOrDefault(item => item.Key == name).Value;

    public static WireValue OfXml(string body) => OfXml(XDocument.Parse(body).Descendants("value").First());

    public static WireValue OfJson(string body) => OfJson(JsonDocument.Parse(body).RootElement);

    private static WireValue OfXml(XElement value)
    {
        var typed = value.Elements().FirstOrDefault();
        return typed?.Name.LocalName switch
        {
            null => Leaf(TextKind(value.Value), value.Value),
            "array" => new WireValue("array", "", [.. typed.Element("data")!.Elements("value").Select(item => KeyValuePair.Create("", OfXml(item)))]),
            "struct" => new WireValue("struct", "", [.. typed.Elements("member").Select(item => KeyValuePair.Create(item.Element("name")!.Value, OfXml(item.Element("value")!)))]),
            var kind => Leaf(kind, typed.Value),
        };
    }

    private static WireValue OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => new WireValue("array", "", [.. json.EnumerateArray().Select(item => KeyValuePair.Create("", OfJson(item)))]),
        JsonValueKind.Object => new WireValue("object", "", [.. json.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, OfJson(item.Value)))]),
        JsonValueKind.String => Leaf(TextKind(json.GetString()!), json.GetString()!),
        JsonValueKind.Number => Leaf(json.GetRawText().AsSpan().ContainsAny('.', 'e') ? "float" : "int", json.GetRawText()),
        var kind => Leaf(kind is JsonValueKind.True or JsonValueKind.False ? "bool" : "null", json.GetRawText()),
    };

    private static WireValue Leaf(string kind, string text) => new(kind, text, []);

    private static string TextKind(string text) =>
        text.StartsWith("OpaqueRef:", StringComparison.Ordinal) ? "ref" : Date().IsMatch(text) ? "date" : "text";

    [GeneratedRegex(@"^\d{8}T\d\d:\d\d:\d\dZ$")]
    private static partial Regex Date();
}
