using System.Globalization;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Events;

/// <summary>
/// Collects what changed after a token. Several changes of one object are one event with its latest record; messages come first,
/// then add, mod and del, each by class and reference (ocaml/xapi/xapi_event.ml, from_inner).
/// </summary>
internal sealed class EventReader
{
    private const string MessageClass = "message";

    private readonly PoolDatabase database;
    private readonly Dictionary<string, int> classOrder;
    private readonly IReadOnlyList<XapiClass> countOrder;
    private readonly XapiClass messageClass;

    public EventReader(PoolDatabase database)
    {
        this.database = database;
        classOrder = database.Schema.Classes.Select((item, index) => (item.Name, index)).ToDictionary(item => item.Name, item => item.index, StringComparer.Ordinal);
        messageClass = database.Schema.Class(MessageClass);
        countOrder = [.. database.Schema.Classes.OrderByDescending(item => item.Name, StringComparer.Ordinal)];
    }

    /// <summary>The events after a token; the token stays where nothing the reader wants has changed.</summary>
    public EventBatch Collect(EventSubscription subscription, EventToken from) => database.Atomically(() =>
    {
        var rows = database.ChangedSince(from.Generation).Where(row => row.Class.Name != MessageClass && subscription.Wants(row.Class, row.Ref)).ToList();
        var gone = database.DestroyedSince(from.Generation).Where(row => row.Class.Name != MessageClass && subscription.Wants(row.Class, row.Ref)).ToList();
        var events = new List<XapiValue>();
        var wantsMessages = subscription.WantsClass(messageClass);
        if (wantsMessages)
        {
            events.AddRange(MessagesSince(from.Messages));
        }
        events.AddRange(Ordered(rows.Where(row => row.Created > from.Generation)).Select(row => Event(Id(row.Created), "add", row.Class, row.Ref, RecordView.Of(row))));
        events.AddRange(Ordered(rows.Where(row => row.Created <= from.Generation)).Select(row => Event(Id(row.Modified), "mod", row.Class, row.Ref, RecordView.Of(row))));
        events.AddRange(gone.OrderBy(row => classOrder[row.Class.Name]).ThenBy(row => row.Ref, StringComparer.Ordinal)
            .Select(row => Event(Id(row.Destroyed), "del", row.Class, row.Ref, null)));
        return new EventBatch(events, new EventToken(Latest(from, rows, gone), wantsMessages ? database.Generation : from.Messages));
    });

    /// <summary>The number of objects of every class: what a reader compares its own with. Messages are no objects of the database.</summary>
    public XapiMap Counts() => new(countOrder.Select(item =>
        KeyValuePair.Create(item.EventName, (XapiValue)new XapiInt(item.IsInDatabase ? database.Count(item.Name) : 0, Is32Bit: true))));

    private IEnumerable<XapiValue> MessagesSince(long generation) =>
        database.DestroyedSince(generation).Where(row => row.Class.Name == MessageClass)
            .Select(row => Event("0", "del", messageClass, row.Ref, null))
            .Concat(Ordered(database.All(MessageClass).Where(row => row.Created > generation)).Select(row => Event("0", "add", messageClass, row.Ref, RecordView.Of(row))));

    private static long Latest(EventToken from, List<XapiObject> rows, List<DestroyedObject> gone) =>
        rows.Select(row => row.Modified).Concat(gone.Select(row => row.Destroyed)).Append(Math.Max(0, from.Generation)).Max();

    private IOrderedEnumerable<XapiObject> Ordered(IEnumerable<XapiObject> rows) =>
        rows.OrderBy(row => classOrder[row.Class.Name]).ThenBy(row => row.Ref, StringComparer.Ordinal);

    private static string Id(long generation) => generation.ToString(CultureInfo.InvariantCulture);

    private static XapiMap Event(string id, string operation, XapiClass type, string reference, XapiMap? snapshot)
    {
        var fields = new List<KeyValuePair<string, XapiValue>>(6)
        {
            KeyValuePair.Create("id", (XapiValue)id),
            KeyValuePair.Create("timestamp", (XapiValue)"0.0"),
            KeyValuePair.Create("class", (XapiValue)type.EventName),
            KeyValuePair.Create("operation", (XapiValue)operation),
            KeyValuePair.Create("ref", (XapiValue)reference),
        };
        if (snapshot is not null)
        {
            fields.Add(KeyValuePair.Create("snapshot", (XapiValue)snapshot));
        }
        return new XapiMap(fields);
    }
}
