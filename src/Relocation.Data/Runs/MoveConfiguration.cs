using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Runs;

internal sealed class MoveConfiguration : IEntityTypeConfiguration<MoveRow>
{
    public void Configure(EntityTypeBuilder<MoveRow> builder)
    {
        builder.ToTable("Moves");
        builder.HasKey(move => move.Id);
        builder.Property(move => move.Id).ValueGeneratedNever();
        builder.HasIndex(move => new { move.Run, move.Ordinal }).IsUnique();
        builder.HasIndex(move => move.Vm);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(move => move.Run).OnDelete(DeleteBehavior.Restrict);
    }
}
