namespace Relocation.Simulator.Schema;

/// <summary>The type of a field, parameter or result.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Name">The class of a reference or record, the name of an enumeration, else empty.</param>
/// <param name="Key">The type of a map's keys.</param>
/// <param name="Element">The type of a set's or option's element, or of a map's values.</param>
public sealed record XapiType(XapiTypeKind Kind, string Name = "", XapiType? Key = null, XapiType? Element = null)
{
    /// <summary>The type of no value.</summary>
    public static XapiType Void { get; } = new(XapiTypeKind.Void);

    /// <summary>The type of text.</summary>
    public static XapiType Text { get; } = new(XapiTypeKind.Text);

    /// <summary>A reference to an object of a class.</summary>
    public static XapiType RefTo(string @class) => new(XapiTypeKind.Ref, @class);

    /// <summary>Whether this is a set of references.</summary>
    public bool IsRefSet => Kind == XapiTypeKind.Set && Element!.Kind == XapiTypeKind.Ref;

    /// <summary>Reads the datamodel's notation: "VM ref set", "(string -> enum vm_operations) map", "string option".</summary>
    /// <exception cref="FormatException">The notation is unknown.</exception>
    public static XapiType Parse(string notation)
    {
        var text = notation.Trim();
        if (text.EndsWith(" set", StringComparison.Ordinal))
        {
            return new XapiType(XapiTypeKind.Set, Element: Parse(text[..^4]));
        }
        if (text.EndsWith(" option", StringComparison.Ordinal))
        {
            return new XapiType(XapiTypeKind.Option, Element: Parse(text[..^7]));
        }
        if (text.EndsWith(" map", StringComparison.Ordinal))
        {
            return ParseMap(text[1..^5]);
        }
        if (text.StartsWith("enum ", StringComparison.Ordinal))
        {
            return new XapiType(XapiTypeKind.Enum, text[5..]);
        }
        if (text.EndsWith(" ref", StringComparison.Ordinal))
        {
            return RefTo(text[..^4]);
        }
        return text.EndsWith(" record", StringComparison.Ordinal) ? new XapiType(XapiTypeKind.Record, text[..^7]) : Simple(text);
    }

    private static XapiType ParseMap(string inner)
    {
        var arrow = inner.IndexOf(" -> ", StringComparison.Ordinal);
        return new XapiType(XapiTypeKind.Map, Key: Parse(inner[..arrow]), Element: Parse(inner[(arrow + 4)..]));
    }

    private static XapiType Simple(string text) => text switch
    {
        "string" or "secret string" => Text,
        "int" => new XapiType(XapiTypeKind.Whole),
        "float" => new XapiType(XapiTypeKind.Real),
        "bool" => new XapiType(XapiTypeKind.Bool),
        "datetime" => new XapiType(XapiTypeKind.Date),
        "void" => Void,
        _ => throw new FormatException($"Unknown type '{text}' in the datamodel."),
    };
}
