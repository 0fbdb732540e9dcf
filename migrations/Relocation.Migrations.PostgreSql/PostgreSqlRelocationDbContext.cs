using Microsoft.EntityFrameworkCore;
using Relocation.Data;
using Relocation.Data.Storage;

namespace Relocation.Migrations.PostgreSql;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlRelocationDbContext(DbContextOptions<PostgreSqlRelocationDbContext> options) : RelocationDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
}
