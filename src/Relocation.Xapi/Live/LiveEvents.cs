using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Live;

/// <summary>One reply of event.from (xapi_event.ml).</summary>
/// <param name="Token">Where to go on from.</param>
/// <param name="Events">What happened, as far as the inventory is concerned, in order.</param>
/// <param name="Counts">How many objects of each class the pool has.</param>
internal sealed record LiveEvents(string Token, IReadOnlyList<LiveEvents.Change> Events, IReadOnlyDictionary<XapiClass, long> Counts)
{
    /// <summary>Reads a reply.</summary>
    /// <exception cref="InventoryFormatException">It is none.</exception>
    public static LiveEvents Read(JsonElement reply, string source)
    {
        if (reply.ValueKind != JsonValueKind.Object
            || !reply.TryGetProperty("token", out var token) || token.ValueKind != JsonValueKind.String
            || !reply.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
        {
            throw Unreadable(source, "event.from gave no events or no token");
        }

        return new LiveEvents(token.GetString()!, [.. events.EnumerateArray().Select(one => ReadOne(one, source)).OfType<Change>()], CountsOf(reply));
    }

    /// <summary>The error for a reply that is not what XAPI sends.</summary>
    public static InventoryFormatException Unreadable(string source, string what) =>
        new("unreadable-reply", source, 0, 0, $"{source}: {what}. Is it a XAPI server?");

    private static Change? ReadOne(JsonElement one, string source)
    {
        if (one.ValueKind != JsonValueKind.Object || TextOf(one, "class") is not { } name || TextOf(one, "ref") is not { } reference || TextOf(one, "operation") is not { } operation)
        {
            throw Unreadable(source, "an event lacks class, reference or operation");
        }

        if (XapiClasses.Find(name) is not { } type)
        {
            return null;
        }

        if (operation == "del")
        {
            return new Change(type, reference, null);
        }

        // An object may vanish between its change and the snapshot; its deletion follows.
        return one.TryGetProperty("snapshot", out var snapshot) && snapshot.ValueKind == JsonValueKind.Object
            ? new Change(type, reference, new JsonRecord(type, reference, snapshot, source))
            : null;
    }

    private static Dictionary<XapiClass, long> CountsOf(JsonElement reply)
    {
        var counts = new Dictionary<XapiClass, long>();
        if (reply.TryGetProperty("valid_ref_counts", out var known) && known.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in known.EnumerateObject())
            {
                if (XapiClasses.Find(entry.Name) is { } type && entry.Value.ValueKind == JsonValueKind.Number && entry.Value.TryGetInt64(out var count))
                {
                    counts[type] = count;
                }
            }
        }

        return counts;
    }

    private static string? TextOf(JsonElement one, string field) => one.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>One object's change; no record means that it is gone.</summary>
    internal sealed record Change(XapiClass Type, string Reference, JsonRecord? Record);
}
