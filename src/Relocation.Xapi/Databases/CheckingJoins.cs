using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Joins while the file is still being read: nothing can be resolved yet, so that rows with open questions are noted for later.</summary>
internal sealed class CheckingJoins(ScannedDatabase database) : RecordJoins
{
    /// <summary>Offset of the row that is being checked.</summary>
    public long Row { get; set; }

    internal override RecordFacts Facts => database.Facts;

    internal override bool HasUuid(XapiClass type, string uuid) => false;

    internal override string? LinkOf(XapiRecord record, string field)
    {
        if (record.Reference(field) is not null)
        {
            database.Doubts.AddLink(Row);
            UuidOf(record, field, record.Type.Name);
        }

        return null;
    }

    internal override string? ImageBelow(XapiRecord vdi)
    {
        if (vdi.ValueIn("sm_config", RecordFacts.ImageParent) is not null)
        {
            database.Doubts.AddLink(Row);
        }

        return LinkOf(vdi, "parent");
    }

    /// <summary>Parts are checked as rows of their own.</summary>
    internal override XapiRecord? Follow(XapiRecord record, string field, string targetClass)
    {
        UuidOf(record, field, targetClass);
        return null;
    }

    private protected override string? Resolve(XapiRecord record, string field, string targetClass, string reference)
    {
        var target = XapiClasses.Find(targetClass)!;
        var key = RecordKey.OfReference(reference);
        if (database.Index.OffsetOf(target, key) is null)
        {
            database.Doubts.AddReference(Row, target, key);
        }

        return null;
    }

    private protected override string? FindUuid(XapiClass type, string reference) => null;

    private protected override XapiRecord? FindRecord(XapiClass type, string reference) => null;
}
