using System.Xml;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Takes one row element: its known columns become a spooled row, checked against all rows before it.</summary>
internal sealed class RowReader(XmlReader xml, ScannedDatabase database)
{
    private readonly TableColumns[] columnsOf = [.. XapiClasses.All.Select(type => new TableColumns(type))];
    private readonly HashSet<object> otherNames = new(ReferenceEqualityComparer.Instance);
    private int names;
    private int count;

    /// <summary>Reads the row the parser stands on.</summary>
    /// <param name="type">The table's class, or null for a table that is not read.</param>
    /// <param name="place">Where the row is.</param>
    public void Take(XapiClass? type, RecordPlace place)
    {
        if (++count > ImportLimits.Rows)
        {
            throw DatabaseErrors.TooLarge(place, $"The file has more than {ImportLimits.Rows} rows.");
        }

        if (type is null)
        {
            SkipColumns(place);
            return;
        }

        var columns = new string?[type.Fields.Count];
        var reference = TakeColumns(type, place, columns);
        if (string.IsNullOrEmpty(reference))
        {
            throw DatabaseErrors.Structure(place, $"A row of table {type.Name} has no reference.");
        }

        Keep(new DatabaseRecord(type, reference, place, columns), columns);
    }

    private string? TakeColumns(XapiClass type, RecordPlace place, string?[] columns)
    {
        string? reference = null;
        var table = columnsOf[type.Number];
        var before = table.Names;
        table.StartRow();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            var index = table.IndexOfNext(xml.Name);
            if (index >= 0)
            {
                columns[index] = ValueOf(xml.Value);
            }
            else if (index == TableColumns.Reference)
            {
                reference = xml.Value;
            }
        }

        xml.MoveToElement();
        LimitNames(table.Names - before, place);
        return reference;
    }

    /// <summary>An empty text, an empty set and a null reference mean what a missing column means: more than half of all values.</summary>
    private string? ValueOf(string text) => text is "" or "()" or "OpaqueRef:NULL"
        ? null
        : SecretScrub.Of(WhiteSpaceProtection.Decode(text, database.SchemaMinor));

    private void SkipColumns(RecordPlace place)
    {
        var before = otherNames.Count;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            otherNames.Add(xml.Name);
        }

        xml.MoveToElement();
        LimitNames(otherNames.Count - before, place);
    }

    /// <summary>The parser keeps every name it has met: names without end would fill the memory.</summary>
    private void LimitNames(int added, RecordPlace place)
    {
        names += added;
        if (names > ImportLimits.ColumnNames)
        {
            throw DatabaseErrors.TooLarge(place, $"The file has more than {ImportLimits.ColumnNames} different column names.");
        }
    }

    private void Keep(DatabaseRecord record, string?[] columns)
    {
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
            offset = database.Rows.Append(record.Type, record.OwnReference, record.Place, columns);
            if (RecordFacts.Wants(record.Type))
            {
                database.Facts.Observe(record);
            }
        }

        database.Index.Add(record.Type, key, record.Uuid, offset.Value);
    }
}
