using Microsoft.EntityFrameworkCore;
using Relocation.Data;

namespace Relocation.Migrations.PostgreSql;

/// <summary>Gives the stores, which know no provider, their context: factories are not covariant.</summary>
internal sealed class PostgreSqlContextFactory(IDbContextFactory<PostgreSqlRelocationDbContext> inner) : IDbContextFactory<RelocationDbContext>
{
    public RelocationDbContext CreateDbContext() => inner.CreateDbContext();
}
