using Microsoft.EntityFrameworkCore;
using Relocation.Data.Storage;

namespace Relocation.Data.Access;

/// <summary>Bearer tokens for scripts. Only a hash of the secret is stored.</summary>
public sealed class ApiTokenStore(IDbContextFactory<RelocationDbContext> factory, TimeProvider time)
{
    /// <summary>Use is noted at most this often, so that a busy script does not write to the database with every call.</summary>
    private static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token.</summary>
    public async Task<IssuedApiToken> IssueAsync(string name, Role role, string by, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var secret = SecretHash.NewSecret();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var row = NewRow(name, role, by, expiresAt, secret);
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return new IssuedApiToken(ToRecord(row), secret);
    }

    /// <summary>Stores a token whose secret was chosen outside, such as one from the environment at first start. A secret that is stored already
    /// is left as it is, revoked or not.</summary>
    public async Task<ApiToken> AdoptAsync(string secret, string name, Role role, string by, CancellationToken cancellationToken)
    {
        var hash = SecretHash.Of(secret);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<ApiTokenRow>().AsNoTracking().SingleOrDefaultAsync(token => token.SecretHash == hash, cancellationToken);
        if (row is null)
        {
            row = NewRow(name, role, by, null, secret);
            context.Add(row);
            await context.SaveChangesAsync(cancellationToken);
        }

        return ToRecord(row);
    }

    /// <summary>The valid token with this secret, noting its use; null when it is unknown, expired or revoked.</summary>
    public async Task<ApiToken?> AuthenticateAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = SecretHash.Of(secret);
        DateTimeOffset? now = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<ApiTokenRow>().AsNoTracking()
            .SingleOrDefaultAsync(token => token.SecretHash == hash && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now), cancellationToken);
        if (row is null)
        {
            return null;
        }

        if (row.LastUsedAt is null || now - row.LastUsedAt >= UseResolution)
        {
            await context.Set<ApiTokenRow>().Where(token => token.Id == row.Id).ExecuteUpdateAsync(token => token.SetProperty(t => t.LastUsedAt, now), cancellationToken);
            return ToRecord(row) with { LastUsedAt = now };
        }

        return ToRecord(row);
    }

    /// <summary>Tokens, newest first, revoked ones too.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<ApiTokenRow>().AsNoTracking().OrderByDescending(token => token.CreatedAt).ThenBy(token => token.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(ToRecord)];
    }

    /// <summary>Withdraws a token; false when it is unknown or withdrawn already.</summary>
    public async Task<bool> RevokeAsync(ApiTokenId id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<ApiTokenRow>().Where(token => token.Id == id.Value && token.RevokedAt == null)
            .ExecuteUpdateAsync(token => token.SetProperty(t => t.RevokedAt, now), cancellationToken) == 1;
    }

    private ApiTokenRow NewRow(string name, Role role, string by, DateTimeOffset? expiresAt, string secret)
    {
        var now = time.Now();
        return new ApiTokenRow
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            SecretHash = Storage.SecretHash.Of(secret),
            Role = role,
            CreatedBy = by,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
    }

    private static ApiToken ToRecord(ApiTokenRow row) =>
        new(new ApiTokenId(row.Id), row.Name, row.Role, row.CreatedBy, row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.RevokedAt);
}
