using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relocation.Data.Access;

internal sealed class SignInLinkConfiguration : IEntityTypeConfiguration<SignInLinkRow>
{
    public void Configure(EntityTypeBuilder<SignInLinkRow> builder)
    {
        builder.ToTable("SignInLinks");
        builder.HasKey(link => link.TokenHash);
        builder.HasOne<UserRow>().WithMany().HasForeignKey(link => link.User).OnDelete(DeleteBehavior.Cascade);
    }
}
