using Relocation.Xapi.Records;
using Relocation.Xapi.Records.Mappings;

namespace Relocation.Xapi.Databases;

/// <summary>Keeps rows as the scan delivers them: refuses doubles and values that cannot be read, spools, indexes, and gathers facts.</summary>
internal sealed class RowKeeper(ScannedDatabase database)
{
    private readonly CheckingJoins joins = new(database);

    /// <summary>Keeps one row; rows of a table come one after another.</summary>
    public void Keep(TakenRow row)
    {
        var record = row.Record;
        var key = RecordKey.OfReference(record.OwnReference);
        if (database.Index.OffsetOf(key) is { } other)
        {
            throw DatabaseErrors.DuplicateReference(record.Place, record.OwnReference, database.Rows.Read(other).Place);
        }

        if (record.Uuid.Length is 0 or > ImportLimits.UuidLength)
        {
            throw DatabaseErrors.MissingUuid(record.Place, record.Type);
        }

        var offset = database.Index.OffsetOfUuid(record.Type, RecordKey.OfUuid(record.Uuid));
        if (offset is { } first)
        {
            SameObject.RequireSame(database.Rows.Read(first), record, database.Warnings);
        }
        else
        {
            offset = database.Rows.Append(record.Type, record.OwnReference, record.Place, row.Columns);
            database.Extend(record.Type, offset.Value, database.Rows.End);
            Check(record, offset.Value);
            if (RecordFacts.Wants(record.Type))
            {
                database.Facts.Observe(record);
            }
        }

        database.Index.Add(record.Type, key, record.Uuid, offset.Value);
    }

    private void Check(DatabaseRecord record, long offset)
    {
        joins.Row = offset;
        if (record.Type.Number < XapiClasses.Mapped.Count)
        {
            InventoryMapping.Map(record, default, joins);
            database.ObjectCount++;
        }
        else
        {
            PartCheck.Read(record);
        }
    }
}
