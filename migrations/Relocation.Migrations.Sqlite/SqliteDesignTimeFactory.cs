using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Relocation.Migrations.Sqlite;

/// <summary>Lets the migration tool work without a start-up program; it opens no database to add a migration.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteRelocationDbContext>
{
    /// <inheritdoc />
    public SqliteRelocationDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteRelocationDbContext>();
        SqliteRegistration.Configure(options, "Data Source=design.db");
        return new SqliteRelocationDbContext(options.Options);
    }
}
