using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Keeps rows as the scan delivers them: refuses doubles, spools, indexes, and gathers facts.</summary>
internal sealed class RowKeeper(ScannedDatabase database)
{
    /// <summary>Keeps one row; rows of a table come one after another.</summary>
    public void Keep(TakenRow row)
    {
        var record = row.Record;
        var key = RecordKey.OfReference(record.OwnReference);
        if (database.Index.OffsetOf(key) is { } other)
        {
            throw DatabaseErrors.DuplicateReference(record.Place, record.OwnReference, database.Rows.Read(other, checkOnly: true).Place);
        }

        if (record.Uuid.Length is 0 or > ImportLimits.UuidLength)
        {
            throw DatabaseErrors.MissingUuid(record.Place, record.Type);
        }

        var offset = database.Index.OffsetOfUuid(record.Type, RecordKey.OfUuid(record.Uuid));
        if (offset is { } first)
        {
            SameObject.RequireSame(database.Rows.Read(first, checkOnly: true), record, database.Warnings);
        }
        else
        {
            offset = database.Rows.Append(record.Type, record.OwnReference, record.Place, row.Columns);
            database.Extend(record.Type, offset.Value, database.Rows.End);
            if (RecordFacts.Wants(record.Type))
            {
                database.Facts.Observe(record);
            }
        }

        database.Index.Add(record.Type, key, record.Uuid, offset.Value);
    }
}
