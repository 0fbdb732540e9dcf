using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relocation.Data.Documents;

/// <summary>A struct around one text; it may be a dictionary's key too.</summary>
internal sealed class TextWrapperConverter<T>(Func<T, string> get, Func<string, T> make) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(get(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString() ?? "");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(get(value));
}
