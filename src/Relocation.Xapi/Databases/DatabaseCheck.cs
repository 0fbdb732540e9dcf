using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>What can only be said of a file when all of it was read: that it holds one pool, and which references lead nowhere.</summary>
internal sealed class DatabaseCheck(ScannedDatabase database, string source)
{
    /// <summary>Checks the whole and tells what will come.</summary>
    public InventoryHeader Run(CancellationToken cancellationToken)
    {
        var joins = new SpoolJoins(database, database.Warnings.Add);
        var pool = OnlyPool();
        var id = PoolId.Of(pool.Uuid);
        foreach (var row in database.Doubts.Confirmed(database.Index, database.Facts.HasCircles()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Mapped for its warnings.
            InventoryMapping.Map(database.Rows.Read(row), id, joins);
        }

        var coordinator = new SpoolJoins(database, _ => { }).Follow(pool, "master", "host");
        return new InventoryHeader(
            id,
            pool.Text("name_label") is { Length: > 0 } name ? name : coordinator?.Text("name_label") ?? "",
            coordinator?.Map("software_version").GetValueOrDefault("product_version") ?? "",
            Schema(),
            database.ObjectCount,
            database.Warnings.ToList());
    }

    private XapiRecord OnlyPool()
    {
        var rows = database.RowsOf(XapiClasses.Mapped[0]).Take(2).ToList();
        return rows.Count == 1
            ? rows[0]
            : throw DatabaseErrors.Pools(rows.Count == 0 ? new RecordPlace(source, 0, 0) : rows[1].Place, rows.Count);
    }

    private string Schema() => database is { SchemaMajor: { } major, SchemaMinor: { } minor }
        ? string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}")
        : "";
}
