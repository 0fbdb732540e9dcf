using System.Text.Json;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Protocol;

/// <summary>A JSON-RPC call: version 2 when it says so, else version 1 (ocaml-rpc, jsonrpc.ml).</summary>
/// <param name="Call">The call.</param>
/// <param name="Id">The id as it is to be echoed: a number or text in JSON.</param>
/// <param name="IsVersion2">Which envelope the answer has.</param>
internal sealed record JsonRpcRequest(RpcRequest Call, string Id, bool IsVersion2)
{
    private const int MostShown = 33;

    /// <exception cref="MalformedRequestException">The body is no call.</exception>
    public static JsonRpcRequest Read(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("id");
        }
        var isVersion2 = root.TryGetProperty("jsonrpc", out var version);
        if (isVersion2 && !(version.ValueKind == JsonValueKind.String && version.GetString() == "2.0"))
        {
            throw Invalid("jsonrpc");
        }
        var id = root.TryGetProperty("id", out var sent) && sent.ValueKind is JsonValueKind.Number or JsonValueKind.String ? sent : throw Invalid("id");
        if (!root.TryGetProperty("method", out var method) || method.ValueKind != JsonValueKind.String)
        {
            throw Invalid("method");
        }
        return new JsonRpcRequest(new RpcRequest(method.GetString()!, Arguments(root, isVersion2)), Echo(id), isVersion2);
    }

    private static List<XapiValue> Arguments(JsonElement root, bool isVersion2)
    {
        if (!root.TryGetProperty("params", out var sent))
        {
            return isVersion2 ? [] : throw Invalid("params");
        }
        return sent.ValueKind switch
        {
            JsonValueKind.Array => [.. sent.EnumerateArray().Select(Value)],
            JsonValueKind.Object when isVersion2 => [Value(sent)],
            _ => throw Invalid("params"),
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException fault)
        {
            throw new MalformedRequestException($"Yojson__Common.Json_error(\"{Reason(body, fault).Replace("\"", "\\\"", StringComparison.Ordinal)}\")");
        }
    }

    private static string Reason(ReadOnlyMemory<byte> body, JsonException fault)
    {
        var text = System.Text.Encoding.UTF8.GetString(body.Span);
        if (string.IsNullOrWhiteSpace(text))
        {
            return "Blank input data";
        }
        if (text[0] == '<')
        {
            var found = text[1..Math.Min(text.Length, MostShown + 1)];
            return $"Line 1, bytes 1-{found.Length + 2}:\\nExpected string or identifier but found '{found.Replace("\n", "\\n", StringComparison.Ordinal)}'";
        }
        var at = (fault.BytePositionInLine ?? 0) + 1;
        return $"Line {(fault.LineNumber ?? 0) + 1}, bytes {at}-{at + 1}:\\nInvalid token";
    }

    private static string Echo(JsonElement id)
    {
        if (id.ValueKind == JsonValueKind.Number)
        {
            return id.GetRawText();
        }
        var text = new Utf8Output();
        JsonWriter.WriteText(text, id.GetString()!);
        return text.ToString();
    }

    private static XapiValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new XapiSet([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.Object => new XapiMap(json.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, Value(item.Value)))),
        _ => XapiNil.Value,
    };

    private static MalformedRequestException Invalid(string field) =>
        new($"Jsonrpc.Malformed_method_request(\"Invalid field '{field}' in request body\")");
}
