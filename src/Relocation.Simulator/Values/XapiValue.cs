namespace Relocation.Simulator.Values;

/// <summary>A value of the API: immutable, compared by content. A reference is text that starts with <c>OpaqueRef:</c>.</summary>
public abstract record XapiValue
{
    /// <summary>The reference to nothing.</summary>
    public const string Null = "OpaqueRef:NULL";

    /// <summary>What a call without result answers: an empty string.</summary>
    public static XapiValue Void { get; } = new XapiText("");

    /// <summary>The reference to nothing, as a value.</summary>
    public static XapiValue NullRef { get; } = new XapiText(Null);

    /// <summary>Text, a reference or an enumeration's word.</summary>
    public static implicit operator XapiValue(string value) => value.Length == 0 ? Void : new XapiText(value);

    /// <summary>An integer.</summary>
    public static implicit operator XapiValue(long value) => new XapiInt(value);

    /// <summary>A double.</summary>
    public static implicit operator XapiValue(double value) => new XapiFloat(value);

    /// <summary>True or false.</summary>
    public static implicit operator XapiValue(bool value) => value ? XapiBool.True : XapiBool.False;

    /// <summary>An instant.</summary>
    public static implicit operator XapiValue(DateTimeOffset value) => new XapiDate(value);

    /// <summary>A set of texts or references.</summary>
    public static implicit operator XapiValue(string[] values) => XapiSet.OfTexts(values);

    /// <summary>A map of texts.</summary>
    public static implicit operator XapiValue(Dictionary<string, string> values) => XapiMap.OfTexts(values);
}
