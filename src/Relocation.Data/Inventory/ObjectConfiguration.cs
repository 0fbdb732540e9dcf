using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Inventory;

internal sealed class ObjectConfiguration : IEntityTypeConfiguration<ObjectRow>
{
    public void Configure(EntityTypeBuilder<ObjectRow> builder)
    {
        builder.ToTable("Objects");
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Pool, item.Class, item.Uuid }).IsUnique();
        builder.HasOne<PoolRow>().WithMany().HasForeignKey(item => item.Pool).OnDelete(DeleteBehavior.Cascade);
    }
}
