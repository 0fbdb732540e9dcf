using System.Globalization;
using System.Text;
using System.Xml;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>
/// The pass over the XML (written by ocaml/database/db_xml.ml): refuses what is not a pool database, keeps the rows of the classes that the
/// inventory reads, and skips all others, among them the tables of secrets, sessions, tasks and users.
/// </summary>
internal sealed class DatabaseScanner
{
    private readonly XmlReader xml;
    private readonly GuardedStream guard;
    private readonly string source;
    private readonly IXmlLineInfo lines;
    private readonly HashSet<string> tables = new(StringComparer.Ordinal);
    private readonly ScannedDatabase database;
    private readonly RowReader rows;
    private bool insideDatabase;

    private DatabaseScanner(XmlReader xml, GuardedStream guard, string source, ScannedDatabase database, RowPipeline pipeline)
    {
        this.xml = xml;
        this.guard = guard;
        this.source = source;
        lines = (IXmlLineInfo)xml;
        this.database = database;
        rows = new RowReader(xml, database, pipeline);
    }

    /// <summary>Scans a file.</summary>
    /// <exception cref="InventoryFormatException">It is not a readable pool database.</exception>
    public static ScannedDatabase Scan(Stream file, string source, CancellationToken cancellationToken)
    {
        var (xml, guard) = DatabaseSource.Open(file, source, cancellationToken);
        using (guard)
        using (xml)
        {
            var database = new ScannedDatabase(source);
            try
            {
                ScanInto(database, xml, guard, source);
                return database;
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
    }

    private static void ScanInto(ScannedDatabase database, XmlReader xml, GuardedStream guard, string source)
    {
        using var pipeline = new RowPipeline(new RowKeeper(database));
        var scanner = new DatabaseScanner(xml, guard, source, database, pipeline);
        try
        {
            scanner.ScanDocument();
        }
        catch (Exception error) when (error is XmlException or DecoderFallbackException or InventoryFormatException)
        {
            // A row that cannot be kept stands earlier in the file than what the parser has met.
            pipeline.Complete();
            throw error switch
            {
                XmlException malformed => DatabaseErrors.OfXml(malformed, scanner.Reached, scanner.insideDatabase),
                DecoderFallbackException => DatabaseErrors.InvalidBytes(scanner.Reached, error),
                _ => error,
            };
        }

        pipeline.Complete();
    }

    private RecordPlace Here => new(source, lines.LineNumber, lines.LinePosition);

    private RecordPlace Reached => new(source, Math.Max(1, lines.LineNumber), Math.Max(1, lines.LinePosition));

    private void ScanDocument()
    {
        while (Next())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.XmlDeclaration:
                    CheckEncoding(xml.GetAttribute("encoding"));
                    break;
                case XmlNodeType.Element when xml.Depth == 0:
                    OpenDatabase();
                    break;
                case XmlNodeType.Element when xml.Depth == 1 && xml.Name == "manifest":
                    break;
                case XmlNodeType.Element when xml.Depth == 1 && xml.Name == "table":
                    ScanTable();
                    break;
                case XmlNodeType.Element when xml.Depth == ImportLimits.Depth && xml.Name == "pair":
                    TakeManifest(xml.GetAttribute("key"), xml.GetAttribute("value"));
                    break;
                case XmlNodeType.EndElement:
                    break;
                default:
                    throw Unexpected();
            }
        }
    }

    private void OpenDatabase()
    {
        if (xml.Name != "database")
        {
            throw DatabaseErrors.NotADatabase(Here, xml.Name);
        }

        insideDatabase = true;
    }

    private void ScanTable()
    {
        var place = Here;
        var name = xml.GetAttribute("name") ?? throw DatabaseErrors.Structure(place, "A table has no name.");
        var type = XapiClasses.Find(name) is { } found && found.Name == name ? found : null;
        if (type is not null && !tables.Add(name))
        {
            throw DatabaseErrors.At(place, "duplicate-table", $"the table {name} is there twice. Two dumps may have been joined: import each by itself.");
        }

        if (!xml.IsEmptyElement)
        {
            ScanRows(type);
        }
    }

    private void ScanRows(XapiClass? type)
    {
        while (Next())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth == ImportLimits.Depth && xml.Name == "row":
                    rows.Take(type, Here);
                    break;
                case XmlNodeType.EndElement when xml.Depth == 1:
                    return;
                case XmlNodeType.EndElement:
                    break;
                default:
                    throw Unexpected();
            }
        }
    }

    private bool Next()
    {
        var more = xml.Read();
        guard.NodeRead();
        return more;
    }

    private InventoryFormatException Unexpected()
    {
        if (xml.Depth > ImportLimits.Depth && xml.NodeType == XmlNodeType.Element)
        {
            return DatabaseErrors.TooDeep(Here);
        }

        return DatabaseErrors.Structure(Here, xml.NodeType == XmlNodeType.Element ? $"An element '{DatabaseErrors.Shorten(xml.Name)}' is not expected here." : "Text is not expected here.");
    }

    private void CheckEncoding(string? declared)
    {
        if (declared is not null && !declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !declared.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            throw DatabaseErrors.Encoding(source, $"the file says that it is in {DatabaseErrors.Shorten(declared)}");
        }
    }

    private void TakeManifest(string? key, string? value)
    {
        if (key is "schema_major_vsn")
        {
            database.SchemaMajor = Version(value);
        }
        else if (key is "schema_minor_vsn")
        {
            database.SchemaMinor = Version(value);
        }
    }

    private static int? Version(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
