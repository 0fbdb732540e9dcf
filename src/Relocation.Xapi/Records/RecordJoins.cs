namespace Relocation.Xapi.Records;

/// <summary>
/// What a record's mapping needs of other records: references become uuids, and metrics are looked up. A reference to an object
/// that is not there gives null and a warning that names the place; mappings work alike over a database file and over a live pool.
/// </summary>
public abstract class RecordJoins
{
    private readonly Action<string> warn;

    private protected RecordJoins(Action<string> warn) => this.warn = warn;

    private protected RecordJoins() => warn = _ => { };

    internal abstract RecordFacts Facts { get; }

    /// <summary>The uuid of the object that a field refers to, or null.</summary>
    internal string? UuidOf(XapiRecord record, string field, string targetClass) =>
        record.Reference(field) is { } reference ? Resolve(record, field, targetClass, reference) : null;

    /// <summary>Uuids of the objects that a set field refers to, in ordinal order; dangling ones are left out with a warning.</summary>
    internal IReadOnlyList<string> UuidsOf(XapiRecord record, string field, string targetClass) =>
        ResolveAll(record, field, targetClass, record.Elements(field));

    /// <summary>Uuids of the objects referred to, in ordinal order.</summary>
    internal IReadOnlyList<string> ResolveAll(XapiRecord record, string field, string targetClass, IReadOnlyList<string> references)
    {
        if (references.Count == 0)
        {
            return [];
        }

        return [.. references.Where(reference => !XapiText.IsNullReference(reference))
            .Select(reference => Resolve(record, field, targetClass, reference)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The uuid of the object one level up a chain; a link that is part of a circle is cut, with a warning.</summary>
    internal virtual string? LinkOf(XapiRecord record, string field)
    {
        if (record.Reference(field) is null)
        {
            return null;
        }

        if (!Facts.IsCircular(record, field))
        {
            return UuidOf(record, field, record.Type.Name);
        }

        Circle(record, field);
        return null;
    }

    /// <summary>The uuid of the bond whose face a PIF is.</summary>
    internal string? MasterOf(XapiRecord pif) => Facts.BondOf(pif) is { } bond ? FindUuid(XapiClasses.Find("Bond")!, bond) : null;

    /// <summary>
    /// The uuid of the image below a disk: the API's `parent`, or what VHD drivers note in sm_config where the pool never fills that field.
    /// </summary>
    internal virtual string? ImageBelow(XapiRecord vdi)
    {
        if (Facts.HasLinks(vdi.Type, "parent"))
        {
            return LinkOf(vdi, "parent");
        }

        if (vdi.ValueIn("sm_config", RecordFacts.ImageParent) is not { } parent || !HasUuid(vdi.Type, parent))
        {
            return null;
        }

        if (!Facts.IsImageCircular(vdi))
        {
            return parent;
        }

        Circle(vdi, RecordFacts.ImageParent);
        return null;
    }

    /// <summary>The record that a field refers to, or null.</summary>
    internal virtual XapiRecord? Follow(XapiRecord record, string field, string targetClass)
    {
        if (record.Reference(field) is not { } reference)
        {
            return null;
        }

        var found = FindRecord(XapiClasses.Find(targetClass)!, reference);
        if (found is null)
        {
            Dangling(record, field, targetClass, reference);
        }

        return found;
    }

    /// <summary>Whether an object with that uuid exists.</summary>
    internal abstract bool HasUuid(XapiClass type, string uuid);

    private protected abstract string? FindUuid(XapiClass type, string reference);

    private protected abstract XapiRecord? FindRecord(XapiClass type, string reference);

    private protected virtual string? Resolve(XapiRecord record, string field, string targetClass, string reference)
    {
        var uuid = FindUuid(XapiClasses.Find(targetClass)!, reference);
        if (uuid is null)
        {
            Dangling(record, field, targetClass, reference);
        }

        return uuid;
    }

    private void Circle(XapiRecord record, string field) =>
        warn($"{record.Place}: {record.Type.Name} {record.Uuid}, field {field}: the chain comes back to itself; the link is left out.");

    private void Dangling(XapiRecord record, string field, string targetClass, string reference) =>
        warn($"{record.Place}: {record.Type.Name} {record.Uuid}, field {field}: there is no {targetClass} {(reference.Length <= 60 ? reference : reference[..60])}; the field is left empty.");
}
