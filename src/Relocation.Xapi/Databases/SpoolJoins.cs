using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Joins over a scanned file: uuids from the index, other records from the spool.</summary>
internal sealed class SpoolJoins(ScannedDatabase database, Action<string> warn) : RecordJoins(warn)
{
    internal override RecordFacts Facts => database.Facts;

    internal override bool HasUuid(XapiClass type, string uuid) => database.Index.OffsetOfUuid(type, RecordKey.OfUuid(uuid)) is not null;

    private protected override string? FindUuid(XapiClass type, string reference) => database.Index.UuidOf(type, RecordKey.OfReference(reference));

    private protected override XapiRecord? FindRecord(XapiClass type, string reference) =>
        database.Index.OffsetOf(type, RecordKey.OfReference(reference)) is { } offset ? database.Rows.Read(offset) : null;
}
