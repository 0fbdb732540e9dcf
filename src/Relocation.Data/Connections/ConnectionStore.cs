using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Relocation.Core.Inventory;
using Relocation.Data.Storage;

namespace Relocation.Data.Connections;

/// <summary>Connections to live pools, one per address. Passwords are encrypted before they reach the database, each bound to its
/// connection, so that a ciphertext copied to another row does not decrypt.</summary>
public sealed class ConnectionStore(IDbContextFactory<RelocationDbContext> factory, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Purpose = "Relocation.PoolConnection.Password";

    /// <summary>Adds an enabled connection.</summary>
    /// <exception cref="InvalidOperationException">There is one for this address already.</exception>
    public async Task<PoolConnection> AddAsync(Uri address, string user, string password, string? pinnedFingerprint, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.Now());
        var now = time.Now();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        if (await context.Set<ConnectionRow>().AnyAsync(row => row.Address == address.AbsoluteUri, cancellationToken))
        {
            throw new InvalidOperationException($"There is a connection to {address.AbsoluteUri} already.");
        }

        var row = new ConnectionRow
        {
            Id = id,
            Address = address.AbsoluteUri,
            User = user,
            ProtectedPassword = Protect(id, password),
            PinnedFingerprint = pinnedFingerprint,
            Enabled = true,
            CreatedAt = now,
            ChangedAt = now,
        };
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return ToRecord(row);
    }

    /// <summary>Connections by address.</summary>
    public async Task<IReadOnlyList<PoolConnection>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<ConnectionRow>().AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Address, StringComparer.Ordinal).Select(ToRecord)];
    }

    /// <summary>The connection, or null.</summary>
    public async Task<PoolConnection?> FindAsync(ConnectionId id, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<ConnectionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is { } row ? ToRecord(row) : null;
    }

    /// <summary>The connection to a pool, an enabled one first, then the one changed last; null when there is none.</summary>
    public async Task<PoolConnection?> FindByPoolAsync(PoolId pool, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<ConnectionRow>().AsNoTracking().Where(row => row.Pool == pool.Uuid)
            .OrderByDescending(row => row.Enabled).ThenByDescending(row => row.ChangedAt).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken) is { } row ? ToRecord(row) : null;
    }

    /// <summary>The password in clear, or null when the connection is not there. Never log it, never show it.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys it was encrypted with are gone.</exception>
    public async Task<string?> PasswordAsync(ConnectionId id, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var secret = await context.Set<ConnectionRow>().Where(row => row.Id == id.Value).Select(row => row.ProtectedPassword).SingleOrDefaultAsync(cancellationToken);
        return secret is null ? null : System.Text.Encoding.UTF8.GetString(ProtectorOf(id.Value).Unprotect(secret));
    }

    /// <summary>Changes user and password; false when the connection is not there.</summary>
    public Task<bool> SetCredentialsAsync(ConnectionId id, string user, string password, CancellationToken cancellationToken)
    {
        var secret = Protect(id.Value, password);
        var now = time.Now();
        return UpdateAsync(id, rows => rows.ExecuteUpdateAsync(
            row => row.SetProperty(r => r.User, user).SetProperty(r => r.ProtectedPassword, secret).SetProperty(r => r.ChangedAt, now), cancellationToken), cancellationToken);
    }

    /// <summary>Pins a certificate (SHA-256 fingerprint) or, with null, forgets it; false when the connection is not there.</summary>
    public Task<bool> PinAsync(ConnectionId id, string? fingerprint, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return UpdateAsync(id, rows => rows.ExecuteUpdateAsync(
            row => row.SetProperty(r => r.PinnedFingerprint, fingerprint).SetProperty(r => r.ChangedAt, now), cancellationToken), cancellationToken);
    }

    /// <summary>Notes which pool answers there, which is no change by a person; false when the connection is not there.</summary>
    public Task<bool> SetPoolAsync(ConnectionId id, PoolId pool, CancellationToken cancellationToken) =>
        UpdateAsync(id, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(r => r.Pool, pool.Uuid), cancellationToken), cancellationToken);

    /// <summary>Starts or stops watching; false when the connection is not there.</summary>
    public Task<bool> SetEnabledAsync(ConnectionId id, bool enabled, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return UpdateAsync(id, rows => rows.ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Enabled, enabled).SetProperty(r => r.ChangedAt, now), cancellationToken), cancellationToken);
    }

    /// <summary>Removes a connection with its password; the pool's inventory stays. False when it is not there.</summary>
    public Task<bool> RemoveAsync(ConnectionId id, CancellationToken cancellationToken) =>
        UpdateAsync(id, rows => rows.ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private async Task<bool> UpdateAsync(ConnectionId id, Func<IQueryable<ConnectionRow>, Task<int>> update, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await update(context.Set<ConnectionRow>().Where(row => row.Id == id.Value)) == 1;
    }

    private byte[] Protect(Guid id, string password) => ProtectorOf(id).Protect(System.Text.Encoding.UTF8.GetBytes(password));

    private IDataProtector ProtectorOf(Guid id) => protection.CreateProtector(Purpose, id.ToString());

    private static PoolConnection ToRecord(ConnectionRow row) => new(
        new ConnectionId(row.Id),
        new Uri(row.Address),
        row.User,
        row.PinnedFingerprint,
        row.Pool is { } pool ? new PoolId(pool) : null,
        row.Enabled,
        row.CreatedAt,
        row.ChangedAt);
}
