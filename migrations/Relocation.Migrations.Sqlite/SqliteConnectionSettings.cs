using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Relocation.Migrations.Sqlite;

/// <summary>Settings that SQLite forgets with every connection.</summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    /// <summary>WAL lets readers go on beside the one writer; the file remembers it. FULL, because the journal's intent must survive a power cut
    /// before the call it announces is made. The busy timeout is SQLite's own: the driver's would sleep 150 ms at a time. The cache takes the
    /// index of a large import.</summary>
    private const string Settings = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
