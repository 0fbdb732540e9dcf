using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Runs;

internal sealed class JournalConfiguration : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("JournalEntries");
        builder.HasKey(entry => new { entry.Run, entry.Sequence });
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasOne<RunRow>().WithMany().HasForeignKey(entry => entry.Run).OnDelete(DeleteBehavior.Restrict);
    }
}
