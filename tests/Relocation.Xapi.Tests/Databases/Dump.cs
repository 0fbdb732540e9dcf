using System.Globalization;
using System.Security;
using System.Text;

namespace Relocation.Xapi.Tests.Databases;

/// <summary>Writes small database files in the shape that XAPI writes.</summary>
internal sealed class Dump
{
    private readonly List<(string Table, string Row)> rows = [];

    /// <summary>Schema minor: 66 is 6.1 with raw spaces, 909 is of today with protected ones; null leaves the manifest out.</summary>
    public int? SchemaMinor { get; init; } = 909;

    public string Declaration { get; init; } = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// <summary>A pool with a coordinator; rows of further objects are added by the test.</summary>
    public static Dump OfPool(int? schemaMinor = 909) => new Dump { SchemaMinor = schemaMinor }
        .Row("pool", "pool", ("name_label", "north"), ("master", "OpaqueRef:" + Uuid("host")), ("pool_token", "hidden-token"))
        .Row("host", "host", ("name__label", "host-1"), ("software_version", schemaMinor <= 66 ? "(('product_version' '6.1.0'))" : "(('product_version'%.'8.2.1')%.('platform_version'%.'3.2.1'))"));

    /// <summary>Adds a row whose uuid and reference are made from the name; given columns come after and may not repeat them.</summary>
    public Dump Row(string table, string name, params (string Column, string Value)[] columns) =>
        RawRow(table, [("ref", Ref(name)), ("_ref", Ref(name)), ("uuid", Uuid(name)), .. columns]);

    public Dump RawRow(string table, params (string Column, string Value)[] columns)
    {
        rows.Add((table, $"<row {string.Join(' ', columns.Select(column => $"{column.Column}=\"{SecurityElement.Escape(column.Value)}\""))}/>"));
        return this;
    }

    /// <summary>The reference of a named row.</summary>
    public static string Ref(string name) => "OpaqueRef:" + Uuid(name);

    /// <summary>A uuid in the canonical form, made from a name.</summary>
    public static string Uuid(string name)
    {
        var bytes = new byte[16];
        Encoding.ASCII.GetBytes(name, bytes);
        return new Guid(bytes).ToString("D", CultureInfo.InvariantCulture);
    }

    public override string ToString()
    {
        var text = new StringBuilder(Declaration).Append("<database>");
        if (SchemaMinor is { } minor)
        {
            text.Append(CultureInfo.InvariantCulture, $"<manifest><pair key=\"schema_major_vsn\" value=\"5\"/><pair key=\"schema_minor_vsn\" value=\"{minor}\"/><pair key=\"pool_token\" value=\"hidden-token\"/></manifest>");
        }

        foreach (var table in rows.GroupBy(row => row.Table).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("<table name=\"").Append(table.Key).Append("\">").AppendJoin("", table.Select(row => row.Row)).Append("</table>");
        }

        return text.Append("</database>").ToString();
    }
}
