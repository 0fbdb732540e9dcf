using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Relocation.Data.Documents;

/// <summary>How records are written as JSON documents. Reflection contracts, not source-generated ones: those set an init-only property that
/// the document lacks to null instead of to its initial value, so that a field added later would come out null from documents written before.</summary>
internal static class RecordJson
{
    /// <summary>Plans, runs and moves: every value is written, nulls left out.</summary>
    public static readonly JsonSerializerOptions Options = Create(JsonIgnoreCondition.WhenWritingNull);

    /// <summary>Inventory objects: empty texts, lists and dictionaries and default values are left out, for there are many objects.</summary>
    public static readonly JsonSerializerOptions Compact = Create(JsonIgnoreCondition.WhenWritingDefault, LeaveOutEmpty);

    /// <summary>The record as text.</summary>
    public static string Write<T>(T record) => JsonSerializer.Serialize(record, Options);

    /// <summary>The record of a text.</summary>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    private static JsonSerializerOptions Create(JsonIgnoreCondition ignore, Action<JsonTypeInfo>? modifier = null)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(LeaveOutComputed);
        if (modifier is not null)
        {
            resolver.Modifiers.Add(modifier);
        }

        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = ignore,
            TypeInfoResolver = resolver,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never part of a page: names in Chinese stay short and readable
        };
        options.Converters.Add(new WrapperConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Properties that follow from others are not stored.</summary>
    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Kind == JsonTypeInfoKind.Object && type.Properties[index] is { Set: null, AssociatedParameter: null })
            {
                type.Properties.RemoveAt(index);
            }
        }
    }

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(string))
            {
                property.ShouldSerialize = static (_, value) => value is string { Length: > 0 };
            }
            else if (property.PropertyType == typeof(IReadOnlyList<string>))
            {
                property.ShouldSerialize = static (_, value) => value is IReadOnlyList<string> { Count: > 0 };
            }
            else if (property.PropertyType == typeof(IReadOnlyDictionary<string, string>))
            {
                property.ShouldSerialize = static (_, value) => value is IReadOnlyDictionary<string, string> { Count: > 0 };
            }
        }
    }
}
