using System.Collections.Frozen;

namespace Relocation.Simulator.Schema;

/// <summary>The facts of the API's datamodel: classes, messages, enumerations, error codes.</summary>
public sealed class XapiSchema
{
    private static readonly Lazy<XapiSchema> Shared = new(SchemaReader.ReadResource);

    private readonly FrozenDictionary<string, XapiClass> classes;
    private readonly FrozenDictionary<string, XapiMessage> messages;
    private readonly FrozenDictionary<string, FrozenSet<string>> enums;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> errors;

    internal XapiSchema(SchemaReader facts)
    {
        Classes = facts.Classes;
        Messages = facts.Messages;
        classes = facts.Classes.ToFrozenDictionary(item => item.Name, StringComparer.Ordinal);
        enums = facts.Enums.ToFrozenDictionary(item => item.Key, item => item.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        EnumOrder = facts.Enums;
        errors = facts.Errors.ToFrozenDictionary(StringComparer.Ordinal);
        var byMethod = new Dictionary<string, XapiMessage>(StringComparer.Ordinal);
        foreach (var message in facts.Messages)
        {
            byMethod[message.Method] = message;
            byMethod.TryAdd($"{message.Class}_{message.Name}", message);
        }
        messages = byMethod.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>API 2.23, as of xapi 26.17.</summary>
    public static XapiSchema Current => Shared.Value;

    /// <summary>Every class, in the order of the datamodel.</summary>
    public IReadOnlyList<XapiClass> Classes { get; }

    /// <summary>Every message, in the order of the datamodel.</summary>
    public IReadOnlyList<XapiMessage> Messages { get; }

    private Dictionary<string, string[]> EnumOrder { get; }

    /// <summary>The class of a name, or null.</summary>
    public XapiClass? FindClass(string name) => classes.GetValueOrDefault(name);

    /// <summary>The class of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none: an error of the caller's code.</exception>
    public XapiClass Class(string name) =>
        classes.TryGetValue(name, out var found) ? found : throw new KeyNotFoundException($"The datamodel has no class '{name}'.");

    /// <summary>The message of a method name, either <c>VM.start</c> or its alias <c>VM_start</c>; null when unknown.</summary>
    public XapiMessage? FindMessage(string method) => messages.GetValueOrDefault(method);

    /// <summary>Whether an enumeration holds a word.</summary>
    public bool IsEnumValue(string name, string value) => enums.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>The words of an enumeration, in the order of the datamodel.</summary>
    public IReadOnlyList<string> EnumValues(string name) => EnumOrder[name];

    /// <summary>The names of an error code's parameters, or null when the code is unknown.</summary>
    public IReadOnlyList<string>? FindError(string code) => errors.GetValueOrDefault(code);
}
