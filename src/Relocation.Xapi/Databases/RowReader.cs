using System.Xml;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Takes one row element: its known columns become a spooled row, checked against all rows before it.</summary>
internal sealed class RowReader(XmlReader xml, ScannedDatabase database)
{
    private const int Ignored = -1;
    private const int Reference = -2;

    private readonly Dictionary<string, int>[] columnsOf = [.. XapiClasses.All.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly HashSet<string> otherNames = new(StringComparer.Ordinal);
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
            LimitNames(place);
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
        var known = columnsOf[type.Number];
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            var name = xml.Name;
            if (!known.TryGetValue(name, out var index))
            {
                index = Learn(type, name, place);
            }

            if (index >= 0)
            {
                columns[index] = SecretScrub.Of(WhiteSpaceProtection.Decode(xml.Value, database.SchemaMinor));
            }
            else if (index == Reference)
            {
                reference = xml.Value;
            }
        }

        xml.MoveToElement();
        return reference;
    }

    private int Learn(XapiClass type, string name, RecordPlace place)
    {
        CountName(place);
        var index = name == "ref" ? Reference : type.IndexOfColumn(name) is >= 0 and var found ? found : Ignored;
        columnsOf[type.Number].Add(name, index);
        return index;
    }

    /// <summary>The parser keeps every name it has met: names without end would fill the memory.</summary>
    private void LimitNames(RecordPlace place)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (otherNames.Add(xml.Name))
            {
                CountName(place);
            }
        }

        xml.MoveToElement();
    }

    private void CountName(RecordPlace place)
    {
        if (++names > ImportLimits.ColumnNames)
        {
            throw DatabaseErrors.TooLarge(place, $"The file has more than {ImportLimits.ColumnNames} different column names.");
        }
    }

    private void Keep(DatabaseRecord record, string?[] columns)
    {
        var key = RecordKey.OfReference(record.OwnReference);
        if (database.Index.OffsetOf(key) is { } other)
        {
            throw DatabaseErrors.DuplicateReference(record.Place, record.OwnReference, database.Rows.Read(other).Place);
        }

        if (record.Uuid.Length == 0)
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
            offset = database.Rows.Append(record.Type, record.OwnReference, record.Place, columns);
            if (RecordFacts.Wants(record.Type))
            {
                database.Facts.Observe(record);
            }
        }

        database.Index.Add(record.Type, key, record.Uuid, offset.Value);
    }
}
