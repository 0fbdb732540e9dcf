using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>Maps every row once before anything is handed out, so that a value that cannot be read fails the file as a whole.</summary>
internal sealed class DatabaseCheck(ScannedDatabase database, string source)
{
    private int count;
    private Host? coordinator;

    /// <summary>Checks all rows and tells what will come.</summary>
    public InventoryHeader Run(CancellationToken cancellationToken)
    {
        var joins = new SpoolJoins(database, database.Warnings.Add, checkOnly: true);
        var pool = OnlyPool();
        foreach (var type in XapiClasses.Mapped)
        {
            // What is read of the hosts goes into the header.
            foreach (var record in database.RowsOf(type, checkOnly: type.Name != "host"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Note(InventoryMapping.Map(record, pool.Id, joins), pool);
            }
        }

        return new InventoryHeader(
            pool.Id,
            pool.Name.Length > 0 ? pool.Name : coordinator?.Name ?? "",
            coordinator?.ProductVersion ?? "",
            Schema(),
            count,
            database.Warnings.ToList());
    }

    private Pool OnlyPool()
    {
        var rows = database.RowsOf(XapiClasses.Mapped[0]).Take(2).ToList();
        return rows.Count == 1
            ? (Pool)InventoryMapping.Map(rows[0], default, new SpoolJoins(database, _ => { }))
            : throw DatabaseErrors.Pools(rows.Count == 0 ? new RecordPlace(source, 0, 0) : rows[1].Place, rows.Count);
    }

    private void Note(InventoryObject found, Pool pool)
    {
        count++;
        if (found is Host host && host.Id == pool.Coordinator)
        {
            coordinator = host;
        }
    }

    private string Schema() => database is { SchemaMajor: { } major, SchemaMinor: { } minor }
        ? string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}")
        : "";
}
