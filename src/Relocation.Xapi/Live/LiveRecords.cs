using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Xapi.Databases;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Live;

/// <summary>A pool's records in memory, changed by events; tells which inventory objects each reply changed. Not thread-safe.</summary>
internal sealed class LiveRecords
{
    private const int MostWarnings = 200;
    private readonly string source;
    private readonly List<string> warnings = [];
    private readonly RecordSet set;

    public LiveRecords(string source)
    {
        this.source = source;
        set = new RecordSet(warning =>
        {
            if (warnings.Count < MostWarnings)
            {
                warnings.Add(warning);
            }
        });
    }

    /// <summary>Where to follow events from; null on a server without them.</summary>
    public string? Token { get; private set; }

    /// <summary>What was strange when objects were mapped last, at most 200 entries.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The pool's own record.</summary>
    /// <exception cref="InventoryFormatException">There is none.</exception>
    public XapiRecord PoolRecord => set.Of(XapiClasses.Find("pool")!).FirstOrDefault(pool => pool.Uuid.Length > 0)
        ?? throw new InventoryFormatException("no-pool", source, 0, 0, $"{source} sent no pool record. Does the user have a role in the pool?");

    /// <summary>The pool.</summary>
    public PoolId Pool => new(PoolRecord.Uuid);

    /// <summary>The coordinator's record, if it was sent.</summary>
    public XapiRecord? Coordinator => PoolRecord.Reference("master") is { } master ? set.Find(XapiClasses.Find("host")!, master) : null;

    /// <summary>Takes in the records of one class, by reference.</summary>
    public void Put(XapiClass type, JsonElement byReference)
    {
        foreach (var item in byReference.EnumerateObject())
        {
            set.Put(new JsonRecord(type, item.Name, item.Value, source));
        }
    }

    /// <summary>Takes in the first reply, which holds every object as new.</summary>
    public void Load(LiveEvents everything)
    {
        foreach (var record in everything.Events.Select(change => change.Record).OfType<JsonRecord>())
        {
            set.Put(record);
        }

        Token = everything.Token;
    }

    /// <summary>All inventory objects, pool and hosts first, then by class and uuid.</summary>
    /// <exception cref="InventoryFormatException">Two different objects have one uuid.</exception>
    public IReadOnlyList<InventoryObject> MapAll()
    {
        warnings.Clear();
        var pool = Pool;
        return [.. XapiClasses.Mapped.SelectMany(Distinct).Select(record => InventoryMapping.Map(record, pool, set))];
    }

    /// <summary>Old pools note one host or disk twice under two references: both lead to the one object.</summary>
    private IEnumerable<XapiRecord> Distinct(XapiClass type)
    {
        XapiRecord? last = null;
        foreach (var record in set.Of(type).Where(record => record.Uuid.Length > 0))
        {
            if (last?.Uuid != record.Uuid)
            {
                yield return last = record;
            }
            else if (!SameObject.IsSame(last, record))
            {
                throw new InventoryFormatException("duplicate-uuid", source, 0, 0, $"{source} sent two different objects {type.Name} {record.Uuid}; nothing was taken over.");
            }
        }
    }

    /// <summary>Takes in what happened; null when no inventory object is touched by it.</summary>
    public InventoryBatch? Apply(LiveEvents events, DateTimeOffset at)
    {
        var effects = new EventEffects(set);
        foreach (var change in events.Events)
        {
            effects.Apply(change);
        }

        Token = events.Token;
        warnings.Clear();
        var changed = effects.Affected().Select(record => InventoryMapping.Map(record, Pool, set)).Where(item => item.Uuid.Length > 0).ToList();
        var gone = effects.Gone();
        return changed.Count == 0 && gone.Count == 0 ? null : new InventoryBatch(Pool, at, changed, gone);
    }

    /// <summary>False when the pool has another number of objects than we know: XAPI forgets old deletions (xapi_event.ml), so they may have been missed.</summary>
    public bool Counts(LiveEvents events) => events.Counts.All(entry => set.Of(entry.Key).Count() == entry.Value);
}
