using Microsoft.EntityFrameworkCore;
using Relocation.Data;
using Relocation.Data.Storage;

namespace Relocation.Migrations.Sqlite;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteRelocationDbContext(DbContextOptions<SqliteRelocationDbContext> options) : RelocationDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
}
