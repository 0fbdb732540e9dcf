using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Inventory;

internal sealed class PoolConfiguration : IEntityTypeConfiguration<PoolRow>
{
    public void Configure(EntityTypeBuilder<PoolRow> builder)
    {
        builder.ToTable("Pools");
        builder.HasKey(pool => pool.Key);
        builder.Property(pool => pool.Source).HasConversion<string>();
        builder.HasIndex(pool => pool.Uuid).IsUnique();
    }
}
