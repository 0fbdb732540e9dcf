using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Live;

/// <summary>Applies the changes of one reply to the records and gathers which of them must be mapped anew, and which objects are gone.</summary>
internal sealed class EventEffects(RecordSet set)
{
    private readonly HashSet<(XapiClass Type, string Reference)> affected = [];
    private readonly HashSet<string> cameOrWent = new(StringComparer.Ordinal);
    private readonly HashSet<(XapiClass Type, string Uuid)> gone = [];

    /// <summary>Applies one change. A change of fields that the inventory does not read has no effect.</summary>
    public void Apply(LiveEvents.Change change)
    {
        var before = set.Find(change.Type, change.Reference);
        if (before is not null && change.Record is { } after && before.HoldsSameAs(after))
        {
            return;
        }

        if (before is not null)
        {
            Touch(set.AffectedBy(before));
            TouchDevices(before, change.Record);
        }

        if (change.Record is { } record)
        {
            set.Put(record);
            Touch(set.AffectedBy(record));
            TouchDevices(record, before);
        }
        else if (set.Remove(change.Type, change.Reference) is { } removed)
        {
            gone.Add((removed.Type, removed.Uuid));
        }

        if (before is null || change.Record is null)
        {
            cameOrWent.Add(change.Reference);
        }
    }

    /// <summary>Records to map anew, in the order of classes and then by uuid.</summary>
    public IEnumerable<XapiRecord> Affected()
    {
        if (cameOrWent.Count > 0)
        {
            Touch(XapiClasses.Mapped.SelectMany(set.Of).Where(record => record.Type.Fields.Any(field => cameOrWent.Contains(record.Text(field)))));
        }

        return affected.Select(key => set.Find(key.Type, key.Reference)).OfType<XapiRecord>()
            .OrderBy(record => record.Type.Number).ThenBy(record => record.Uuid, StringComparer.Ordinal);
    }

    /// <summary>Objects that are gone and did not come back under another reference.</summary>
    public IReadOnlyList<ObjectKey> Gone() =>
    [
        .. gone.Where(item => item.Type.Number < XapiClasses.Mapped.Count && item.Uuid.Length > 0 && !set.HasUuid(item.Type, item.Uuid))
            .OrderBy(item => item.Type.Number).ThenBy(item => item.Uuid, StringComparer.Ordinal)
            .Select(item => new ObjectKey(item.Type.Name, item.Uuid)),
    ];

    /// <summary>A VM names its PCI devices; the devices show who holds them.</summary>
    private void TouchDevices(XapiRecord record, XapiRecord? other)
    {
        if (record.Type.Name == "VM")
        {
            var devices = record.Set("attached_PCIs").Except(other?.Set("attached_PCIs") ?? []);
            Touch(devices.Select(device => set.Find(XapiClasses.Find("PCI")!, device)).OfType<XapiRecord>());
        }
    }

    private void Touch(IEnumerable<XapiRecord> records)
    {
        foreach (var record in records)
        {
            affected.Add((record.Type, record.OwnReference));
        }
    }
}
