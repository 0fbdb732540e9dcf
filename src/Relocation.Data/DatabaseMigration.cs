using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Relocation.Data;

/// <summary>Brings the database to the program's schema.</summary>
public static class DatabaseMigration
{
    /// <summary>Creates the database when it is missing and applies the migrations it lacks. Call it at start, before anything reads.
    /// Several processes may call it at once: Entity Framework takes a lock in the database while it migrates.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RelocationDbContext>>().CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
