using System.Globalization;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Dispatch;

/// <summary>
/// Turns what a client sent into the type a parameter has, or fails as xapi does: INTERNAL_ERROR with the text of the unmarshaller
/// (ocaml-rpc, rpc.ml; ocaml/idl/ocaml_backend/gen_api.ml).
/// </summary>
internal static class ArgumentReader
{
    public static XapiValue Read(XapiSchema schema, XapiType type, XapiValue sent) => type.Kind switch
    {
        XapiTypeKind.Text => sent is XapiText ? sent : throw Expected("string", sent),
        XapiTypeKind.Ref => sent is XapiText ? sent : throw Expected("string", sent),
        XapiTypeKind.Whole => Int(sent),
        XapiTypeKind.Real => Float(sent),
        XapiTypeKind.Bool => sent is XapiBool ? sent : throw Expected("bool", sent),
        XapiTypeKind.Date => Date(sent),
        XapiTypeKind.Enum => Enum(schema, type, sent),
        XapiTypeKind.Set => Set(schema, type, sent),
        XapiTypeKind.Map => Map(schema, type, sent),
        XapiTypeKind.Record => sent is XapiMap ? sent : throw Expected("Dict", sent),
        XapiTypeKind.Option => sent is XapiNil ? sent : Read(schema, type.Element!, sent),
        _ => sent,
    };

    /// <summary>The text that the server's error messages show a value as.</summary>
    public static string Describe(XapiValue value) => value switch
    {
        XapiText text => $"S({text.Text})",
        XapiInt number => $"I({number.Number.ToString(CultureInfo.InvariantCulture)})",
        XapiFloat number => $"F({FloatText.Of(number.Number)})",
        XapiBool truth => truth.IsTrue ? "B(true)" : "B(false)",
        XapiDate date => $"D({date.Text})",
        XapiSet set => $"[{string.Join(';', set.Items.Select(Describe))}]",
        XapiMap map => $"{{{string.Join(';', map.Entries.Select(entry => $"{entry.Key}:{Describe(entry.Value)}"))}}}",
        _ => "N",
    };

    public static XapiException Failure(string text) => XapiException.Internal($"Failure(\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\")");

    private static XapiException Expected(string what, XapiValue sent) => Failure($"Expected {what}, got '{Describe(sent)}'");

    private static XapiValue Int(XapiValue sent) => sent switch
    {
        XapiInt number => number.Is32Bit ? number.Number : number,
        XapiText text when long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        XapiText => throw Failure("Int64.of_string"),
        _ => throw Expected("int64", sent),
    };

    private static XapiValue Float(XapiValue sent) => sent switch
    {
        XapiFloat => sent,
        XapiInt number => (double)number.Number,
        XapiText text when double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        XapiText => throw Failure("float_of_string"),
        _ => throw Expected("float", sent),
    };

    private static XapiValue Date(XapiValue sent) => sent switch
    {
        XapiDate => sent,
        XapiText text => XapiDate.TryParse(text.Text) ?? throw XapiException.Internal($"Invalid_argument(\"Xapi_stdext_date__Date.of_iso8601: {text.Text}\")"),
        _ => throw Expected("datetime", sent),
    };

    private static XapiValue Enum(XapiSchema schema, XapiType type, XapiValue sent)
    {
        if (sent is not XapiText text)
        {
            throw Expected("string", sent);
        }
        return schema.IsEnumValue(type.Name, text.Text) ? sent : throw Failure("Unknown tag/contents");
    }

    private static XapiSet Set(XapiSchema schema, XapiType type, XapiValue sent) =>
        sent is XapiSet set ? new XapiSet([.. set.Items.Select(item => Read(schema, type.Element!, item))]) : throw Expected("Enum", sent);

    private static XapiMap Map(XapiSchema schema, XapiType type, XapiValue sent) =>
        sent is XapiMap map
            ? new XapiMap(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Read(schema, type.Element!, entry.Value))))
            : throw Expected("Dict", sent);
}
