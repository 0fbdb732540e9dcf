using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Data;

namespace Relocation.Migrations.PostgreSql;

/// <summary>Registers the database on a PostgreSQL server.</summary>
public static class PostgreSqlRegistration
{
    /// <summary>Opens Relocation's database at a connection string such as <c>Host=db;Database=relocation;Username=relocation;Password=…</c>.</summary>
    public static IServiceCollection UseRelocationPostgreSql(this IServiceCollection services, string connectionString)
    {
        services.AddPooledDbContextFactory<PostgreSqlRelocationDbContext>(options => Configure(options, connectionString));
        return services.AddSingleton<IDbContextFactory<RelocationDbContext>, PostgreSqlContextFactory>();
    }

    /// <summary>The options that start-up and the migration tool share.</summary>
    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlRegistration).Assembly));
}
