using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Data;

namespace Relocation.Migrations.Sqlite;

/// <summary>Registers the database in a SQLite file.</summary>
public static class SqliteRegistration
{
    /// <summary>Opens Relocation's database at a connection string such as <c>Data Source=data/relocation.db</c>. One process writes to the file.</summary>
    public static IServiceCollection UseRelocationSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddPooledDbContextFactory<SqliteRelocationDbContext>(options => Configure(options, connectionString));
        return services.AddSingleton<IDbContextFactory<RelocationDbContext>, SqliteContextFactory>();
    }

    /// <summary>The options that start-up and the migration tool share.</summary>
    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteRegistration).Assembly)).AddInterceptors(new SqliteConnectionSettings());
}
