using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Relocation.Data.Documents;

/// <summary>A struct around one number or Guid.</summary>
internal sealed class WrapperConverter<T, TValue>(Func<T, TValue> get, Func<TValue, T> make) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        make(JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue)))!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, get(value), (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue)));
}
