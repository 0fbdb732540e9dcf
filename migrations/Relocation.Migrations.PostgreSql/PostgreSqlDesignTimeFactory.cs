using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Relocation.Migrations.PostgreSql;

/// <summary>Lets the migration tool work without a start-up program; it opens no database to add a migration.</summary>
public sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlRelocationDbContext>
{
    /// <inheritdoc />
    public PostgreSqlRelocationDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlRelocationDbContext>();
        PostgreSqlRegistration.Configure(options, "Host=localhost;Database=design");
        return new PostgreSqlRelocationDbContext(options.Options);
    }
}
