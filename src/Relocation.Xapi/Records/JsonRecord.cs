using System.Text.Json;

namespace Relocation.Xapi.Records;

/// <summary>A record as JSON-RPC gives it: a value of `get_all_records`, or the snapshot of an event (ocaml/libs/xapi-rpc's jsonrpc).</summary>
public sealed class JsonRecord : XapiRecord
{
    private readonly string?[] scalars;
    private readonly IReadOnlyList<RecordItem>?[] items;

    /// <summary>Copies the fields the inventory reads; the JSON document may be released afterwards.</summary>
    /// <param name="type">The record's class.</param>
    /// <param name="reference">Its opaque reference.</param>
    /// <param name="record">The JSON object.</param>
    /// <param name="source">The pool's address, for messages.</param>
    public JsonRecord(XapiClass type, string reference, JsonElement record, string source)
        : base(type, reference, new RecordPlace(source, 0, 0))
    {
        scalars = new string?[type.Fields.Count];
        items = new IReadOnlyList<RecordItem>?[type.Fields.Count];
        for (var index = 0; index < type.Fields.Count; index++)
        {
            if (record.ValueKind == JsonValueKind.Object && record.TryGetProperty(type.Fields[index], out var value))
            {
                Take(index, value);
            }
        }
    }

    private protected override string? Scalar(string field) => scalars[Type.IndexOf(field)];

    private protected override bool MayMention(string field, string key) => items[Type.IndexOf(field)]?.Any(item => item.Key == key) == true;

    private protected override void ReadItems(string field, List<RecordItem> items, ItemUse use)
    {
        var index = Type.IndexOf(field);
        if (this.items[index] is { } held)
        {
            items.AddRange(held);
        }
        else if (!string.IsNullOrEmpty(scalars[index]))
        {
            throw BadItems(field);
        }
    }

    private void Take(int index, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                items[index] = [.. value.EnumerateArray().Select(item => new RecordItem(Plain(item), null))];
                break;
            case JsonValueKind.Object:
                items[index] = [.. value.EnumerateObject().Where(item => !SecretKeys.Contains(item.Name)).Select(item => new RecordItem(item.Name, Plain(item.Value)))];
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                scalars[index] = Plain(value);
                break;
        }
    }

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}
