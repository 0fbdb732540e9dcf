using Microsoft.EntityFrameworkCore;
using Relocation.Data;

namespace Relocation.Migrations.Sqlite;

/// <summary>Gives the stores, which know no provider, their context: factories are not covariant.</summary>
internal sealed class SqliteContextFactory(IDbContextFactory<SqliteRelocationDbContext> inner) : IDbContextFactory<RelocationDbContext>
{
    public RelocationDbContext CreateDbContext() => inner.CreateDbContext();
}
