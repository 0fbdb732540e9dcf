using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Plans;

internal sealed class PlanRevisionConfiguration : IEntityTypeConfiguration<PlanRevisionRow>
{
    public void Configure(EntityTypeBuilder<PlanRevisionRow> builder)
    {
        builder.ToTable("PlanRevisions");
        builder.HasKey(revision => new { revision.Plan, revision.Revision });
        builder.Property(revision => revision.Revision).ValueGeneratedNever();
        builder.HasOne<PlanRow>().WithMany().HasForeignKey(revision => revision.Plan).OnDelete(DeleteBehavior.Cascade);
    }
}
