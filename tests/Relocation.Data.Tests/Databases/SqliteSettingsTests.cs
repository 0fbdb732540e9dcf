using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Migrations.Sqlite;

namespace Relocation.Data.Tests.Databases;

public sealed class SqliteSettingsTests() : DatabaseTests(new SqliteTestDatabase())
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "30000")]
    public async Task Connection_OpenedByAStore_HasTheSetting(string pragma, string expected)
    {
        await using var context = await Database.Get<IDbContextFactory<RelocationDbContext>>().CreateDbContextAsync(Ct);
        await context.Database.OpenConnectionAsync(Ct);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(Ct), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Migrate_Again_ChangesNothing()
    {
        var services = new ServiceCollection();
        services.UseRelocationSqlite(((SqliteTestDatabase)Database).ConnectionString);
        await using var provider = services.BuildServiceProvider();

        await provider.MigrateDatabaseAsync(Ct);

        await using var context = await provider.GetRequiredService<IDbContextFactory<RelocationDbContext>>().CreateDbContextAsync(Ct);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Ct));
        Assert.False(context.Database.HasPendingModelChanges());
    }
}
