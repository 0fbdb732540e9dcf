using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records;

/// <summary>All records of a pool in memory, as a live connection keeps them: put and removed by events, mapped on demand. Not thread-safe.</summary>
public sealed class RecordSet : RecordJoins
{
    private readonly Dictionary<string, XapiRecord>[] records = [.. XapiClasses.All.Select(_ => new Dictionary<string, XapiRecord>(StringComparer.Ordinal))];
    private readonly HashSet<(int Class, string Uuid)> uuids = [];
    private RecordFacts? facts;

    /// <summary>An empty set.</summary>
    /// <param name="warn">Told of dangling references and circles while mapping.</param>
    public RecordSet(Action<string> warn)
        : base(warn)
    {
    }

    internal override RecordFacts Facts => facts ??= Gather();

    /// <summary>Adds a record or replaces the one with the same reference.</summary>
    public void Put(XapiRecord record)
    {
        Remove(record.Type, record.OwnReference);
        records[record.Type.Number].Add(record.OwnReference, record);
        uuids.Add((record.Type.Number, record.Uuid));
        Forget(record.Type);
    }

    /// <summary>Removes a record and returns what it was; null when it was not there.</summary>
    public XapiRecord? Remove(XapiClass type, string reference)
    {
        if (!records[type.Number].Remove(reference, out var gone))
        {
            return null;
        }

        uuids.Remove((type.Number, gone.Uuid));
        Forget(type);
        return gone;
    }

    /// <summary>Removes everything, for a fresh start after a lost event token.</summary>
    public void Clear()
    {
        foreach (var ofClass in records)
        {
            ofClass.Clear();
        }

        uuids.Clear();
        facts = null;
    }

    /// <summary>The record with that reference, or null.</summary>
    public XapiRecord? Find(XapiClass type, string reference) => records[type.Number].GetValueOrDefault(reference);

    /// <summary>All records of a class, by uuid.</summary>
    public IEnumerable<XapiRecord> Of(XapiClass type) => records[type.Number].Values.OrderBy(record => record.Uuid, StringComparer.Ordinal);

    /// <summary>Every inventory object, pool and hosts first, then by class and uuid.</summary>
    public IEnumerable<InventoryObject> MapAll(PoolId pool) =>
        from type in XapiClasses.Mapped
        from record in Of(type)
        select InventoryMapping.Map(record, pool, this);

    /// <summary>
    /// Records to map anew after one of theirs changed: itself when it is an inventory object, and those that its facts complete
    /// (metrics complete hosts, VMs and PIFs; drivers complete SRs; device records complete VMs; bonds complete PIFs).
    /// Ask before removing a record as well as after putting one.
    /// </summary>
    public IEnumerable<XapiRecord> AffectedBy(XapiRecord changed)
    {
        if (changed.Type.Number < XapiClasses.Mapped.Count)
        {
            yield return changed;
        }

        foreach (var (type, field) in RecordDependencies.OwnersOf(changed.Type.Name))
        {
            foreach (var owner in records[type.Number].Values.Where(owner => owner.Reference(field) == changed.OwnReference))
            {
                yield return owner;
            }
        }

        foreach (var owner in RecordDependencies.PointedAt(changed).Select(target => Find(target.Type, target.Reference)).OfType<XapiRecord>())
        {
            yield return owner;
        }

        if (changed.Type.Name == "SM")
        {
            foreach (var sr in records[XapiClasses.Find("SR")!.Number].Values.Where(sr => sr.Text("type") == changed.Text("type")))
            {
                yield return sr;
            }
        }
    }

    internal override bool HasUuid(XapiClass type, string uuid) => uuids.Contains((type.Number, uuid));

    private protected override string? FindUuid(XapiClass type, string reference) => Find(type, reference)?.Uuid;

    private protected override XapiRecord? FindRecord(XapiClass type, string reference) => Find(type, reference);

    private void Forget(XapiClass type)
    {
        if (RecordFacts.Wants(type))
        {
            facts = null;
        }
    }

    private RecordFacts Gather()
    {
        var gathered = new RecordFacts();
        foreach (var record in XapiClasses.All.Where(RecordFacts.Wants).SelectMany(Of))
        {
            gathered.Observe(record);
        }

        return gathered;
    }
}
