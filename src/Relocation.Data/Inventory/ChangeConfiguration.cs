using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Inventory;

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<ChangeRow>
{
    public void Configure(EntityTypeBuilder<ChangeRow> builder)
    {
        builder.ToTable("Changes");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Kind).HasConversion<string>();
        builder.HasIndex(change => new { change.Capture, change.Id });
        builder.HasOne<CaptureRow>().WithMany().HasForeignKey(change => change.Capture).OnDelete(DeleteBehavior.Cascade);
    }
}
