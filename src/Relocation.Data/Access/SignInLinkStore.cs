using Microsoft.EntityFrameworkCore;
using Relocation.Data.Storage;

namespace Relocation.Data.Access;

/// <summary>One-time sign-in links. Only a hash of the token is stored; a link works once, whoever comes first.</summary>
public sealed class SignInLinkStore(IDbContextFactory<RelocationDbContext> factory, TimeProvider time)
{
    /// <summary>Makes a link's token for a person. It is returned here and nowhere else.</summary>
    public async Task<string> IssueAsync(UserId user, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var token = SecretHash.NewSecret();
        var now = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await context.Set<SignInLinkRow>().Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        context.Add(new SignInLinkRow { TokenHash = SecretHash.Of(token), User = user.Value, CreatedAt = now, ExpiresAt = now + lifetime });
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Uses a link up and tells whose it was; null when it is unknown, used, expired or the account is disabled.</summary>
    public async Task<User?> ConsumeAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretHash.Of(token);
        DateTimeOffset? consumed = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var won = await context.Set<SignInLinkRow>()
            .Where(link => link.TokenHash == hash && link.ConsumedAt == null && link.ExpiresAt > consumed)
            .ExecuteUpdateAsync(link => link.SetProperty(l => l.ConsumedAt, consumed), cancellationToken);
        if (won != 1)
        {
            return null;
        }

        var owner = await (
            from link in context.Set<SignInLinkRow>()
            where link.TokenHash == hash
            join row in context.Set<UserRow>() on link.User equals row.Id
            where !row.Disabled
            select row).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return owner is null ? null : UserStore.ToRecord(owner);
    }
}
