using System.Globalization;
using System.Xml;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Database;

/// <summary>
/// Reads and writes the XML of a pool's database, as <c>xe pool-dump-database</c> writes it (ocaml/database/db_xml.ml). Columns the
/// datamodel does not know are dropped, missing ones have their defaults. Secrets, sessions and tasks are not taken over, nor are
/// map keys that hold a password.
/// </summary>
public static class DatabaseFile
{
    private const string SchemaMajor = "5";
    private const string SchemaMinor = "909";

    private static readonly string[] NotTaken = ["secret", "session", "task"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no pool database.</exception>
    public static PoolDatabase Load(string path, IdentifierSource identifiers)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, identifiers);
    }

    /// <summary>Reads a stream.</summary>
    /// <exception cref="InvalidDataException">It is no pool database.</exception>
    public static PoolDatabase Load(Stream stream, IdentifierSource identifiers)
    {
        var database = new PoolDatabase(XapiSchema.Current, identifiers);
        var rows = new List<XapiObject>();
        var generation = 0L;
        try
        {
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            if (xml.MoveToContent() != XmlNodeType.Element || xml.Name != "database")
            {
                throw new InvalidDataException("The file is not a pool's database: its root is not <database>.");
            }
            XapiClass? table = null;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                switch (xml.Name)
                {
                    case "pair" when xml.GetAttribute("key") == "generation_count":
                        generation = long.Parse(xml.GetAttribute("value")!, CultureInfo.InvariantCulture);
                        break;
                    case "table":
                        table = TableOf(xml.GetAttribute("name") ?? "");
                        break;
                    case "row" when table is not null && RowOf(table, xml) is { } row:
                        rows.Add(row);
                        break;
                    default:
                        break;
                }
            }
        }
        catch (XmlException fault)
        {
            throw new InvalidDataException($"The file is not a pool's database: {fault.Message}", fault);
        }
        database.Restore(rows, generation);
        return database;
    }

    /// <summary>Writes the persistent classes to a file.</summary>
    public static void Save(PoolDatabase database, string path)
    {
        using var stream = File.Create(path);
        Save(database, stream);
    }

    /// <summary>Writes the persistent classes to a stream.</summary>
    public static void Save(PoolDatabase database, Stream stream) =>
        database.Atomically(() =>
        {
            using var xml = XmlWriter.Create(stream, new XmlWriterSettings { CloseOutput = false });
            xml.WriteStartElement("database");
            xml.WriteStartElement("manifest");
            WritePair(xml, "schema_major_vsn", SchemaMajor);
            WritePair(xml, "schema_minor_vsn", SchemaMinor);
            WritePair(xml, "generation_count", database.Generation.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            foreach (var table in database.Schema.Classes.OrderBy(item => item.Name, StringComparer.Ordinal))
            {
                xml.WriteStartElement("table");
                xml.WriteAttributeString("name", table.Name);
                if (table.IsPersistent && !NotTaken.Contains(table.Name))
                {
                    WriteRows(xml, database.All(table.Name));
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });

    private static XapiClass? TableOf(string name) => NotTaken.Contains(name) ? null : XapiSchema.Current.FindClass(name);

    private static XapiObject? RowOf(XapiClass table, XmlReader xml)
    {
        if ((xml.GetAttribute("_ref") ?? xml.GetAttribute("ref")) is not { } reference)
        {
            return null;
        }
        var values = new XapiValue[table.Fields.Count];
        foreach (var field in table.Fields)
        {
            var text = xml.GetAttribute(field.Column);
            var value = text is null ? null : ColumnText.Read(field.Type, ColumnText.Unprotect(text));
            values[field.Index] = Scrubbed(value ?? field.Default);
        }
        return new XapiObject(table, ColumnText.Unprotect(reference), values)
        {
            Created = GenerationOf(xml.GetAttribute("__ctime")),
            Modified = GenerationOf(xml.GetAttribute("__mtime")),
        };
    }

    private static long GenerationOf(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var generation) ? generation : 0;

    private static XapiValue Scrubbed(XapiValue value) =>
        value is XapiMap map && map.Entries.Any(HoldsPassword) ? new XapiMap(map.Entries.Where(entry => !HoldsPassword(entry))) : value;

    private static bool HoldsPassword(KeyValuePair<string, XapiValue> entry) =>
        entry.Key.EndsWith("password", StringComparison.OrdinalIgnoreCase) || entry.Key.EndsWith("_token", StringComparison.OrdinalIgnoreCase);

    private static void WritePair(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("pair");
        xml.WriteAttributeString("key", key);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    private static void WriteRows(XmlWriter xml, IReadOnlyList<XapiObject> rows)
    {
        foreach (var row in rows.OrderBy(row => row.Ref, StringComparer.Ordinal))
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("ref", row.Ref);
            xml.WriteAttributeString("__ctime", row.Created.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("__mtime", row.Modified.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("_ref", row.Ref);
            foreach (var field in row.Class.Fields.OrderBy(field => field.Column, StringComparer.Ordinal))
            {
                xml.WriteAttributeString(field.Column, ColumnText.Protect(ColumnText.Write(Scrubbed(row[field]))));
            }
            xml.WriteEndElement();
        }
    }
}
