using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Inventory;

internal sealed class CaptureConfiguration : IEntityTypeConfiguration<CaptureRow>
{
    public void Configure(EntityTypeBuilder<CaptureRow> builder)
    {
        builder.ToTable("Captures");
        builder.HasKey(capture => capture.Id);
        builder.Property(capture => capture.Source).HasConversion<string>();
        builder.HasIndex(capture => new { capture.Pool, capture.Revision }).IsUnique();
        builder.HasOne<PoolRow>().WithMany().HasForeignKey(capture => capture.Pool).OnDelete(DeleteBehavior.Cascade);
    }
}
