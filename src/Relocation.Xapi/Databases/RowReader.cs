using System.Xml;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Takes one row element: its known columns, white space restored and secrets removed.</summary>
internal sealed class RowReader(XmlReader xml, ScannedDatabase database, RowPipeline rows)
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
        var reference = TakeColumns(type, place, columns, out var characters);
        if (string.IsNullOrEmpty(reference))
        {
            throw DatabaseErrors.Structure(place, $"A row of table {type.Name} has no reference.");
        }

        rows.Add(new TakenRow(new DatabaseRecord(type, reference, place, columns, checkOnly: true), columns, characters));
    }

    private string? TakeColumns(XapiClass type, RecordPlace place, string?[] columns, out int characters)
    {
        string? reference = null;
        characters = 0;
        var table = columnsOf[type.Number];
        var before = table.Names;
        table.StartRow();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            var index = table.IndexOfNext(xml.Name);
            if (index >= 0)
            {
                columns[index] = ValueOf(xml.Value);
                characters += columns[index]?.Length ?? 0;
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
}
