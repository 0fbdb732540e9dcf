using Microsoft.EntityFrameworkCore;

namespace Relocation.Data;

/// <summary>The model that every database provider shares. Providers derive from it and say only how an instant is stored; stores open one
/// for the length of a call and never keep it.</summary>
public abstract class RelocationDbContext(DbContextOptions options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(RelocationDbContext).Assembly);
}
