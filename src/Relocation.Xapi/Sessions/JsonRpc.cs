using System.Globalization;
using System.Text.Json;

namespace Relocation.Xapi.Sessions;

/// <summary>JSON-RPC 2.0 as XAPI speaks it (api_server.ml, xapi-project/rpc jsonrpc.ml). The 1.0 form of older servers is read too.</summary>
internal static class JsonRpc
{
    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = false };

    /// <summary>The body of a call.</summary>
    public static byte[] Encode(long id, string method, IEnumerable<object?> parameters)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc", "2.0");
            writer.WriteString("method", method);
            writer.WriteStartArray("params");
            foreach (var parameter in parameters)
            {
                Write(writer, parameter);
            }

            writer.WriteEndArray();
            writer.WriteNumber("id", id);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The result in a reply.</summary>
    /// <exception cref="XapiFailureException">The reply is an error.</exception>
    /// <exception cref="FormatException">The reply is not one to this call.</exception>
    public static JsonElement Decode(ReadOnlyMemory<byte> reply, long id, string method)
    {
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(reply).RootElement;
        }
        catch (JsonException problem)
        {
            throw new FormatException("not JSON", problem);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("not a JSON-RPC object");
        }

        if (!root.TryGetProperty("id", out var echoed) || echoed.ValueKind != JsonValueKind.Number || !echoed.TryGetInt64(out var number) || number != id)
        {
            throw new FormatException("the answer to another call");
        }

        if (root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
        {
            throw new XapiFailureException(method, Failure(error));
        }

        return root.TryGetProperty("result", out var result) ? result : throw new FormatException("neither result nor error");
    }

    private static XapiFailure Failure(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.Array)
        {
            var words = Texts(error);
            return words.Count > 0 ? new XapiFailure(words[0], words[1..]) : throw new FormatException("an error without a code");
        }

        if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) && message.GetString() is { Length: > 0 } code)
        {
            return new XapiFailure(code, error.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array ? Texts(data) : []);
        }

        throw new FormatException("an error without a code");
    }

    private static List<string> Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())];

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteRawValue(number.ToString("0.0###############", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, string>> map:
                writer.WriteStartObject();
                foreach (var (key, item) in map)
                {
                    writer.WriteString(key, item);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable<string> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"XAPI has no value for {value?.GetType().Name ?? "null"}", nameof(value));
        }
    }
}
