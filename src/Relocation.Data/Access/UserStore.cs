using Microsoft.EntityFrameworkCore;
using Relocation.Data.Storage;

namespace Relocation.Data.Access;

/// <summary>Accounts of people. Password hashes come from the caller's hasher and leave only to it.</summary>
public sealed class UserStore(IDbContextFactory<RelocationDbContext> factory, TimeProvider time)
{
    /// <summary>Adds an account.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public async Task<User> AddAsync(string name, string displayName, Role role, string? passwordHash, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var row = new UserRow
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            NormalizedName = Normalize(name),
            DisplayName = displayName,
            Role = role,
            PasswordHash = passwordHash,
            Disabled = false,
            CreatedAt = now,
        };
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        if (await context.Set<UserRow>().AnyAsync(other => other.NormalizedName == row.NormalizedName, cancellationToken))
        {
            throw new InvalidOperationException($"The name {name} is taken.");
        }

        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return ToRecord(row);
    }

    /// <summary>Accounts by name.</summary>
    public async Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<UserRow>().AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.NormalizedName, StringComparer.Ordinal).Select(ToRecord)];
    }

    /// <summary>The account, or null.</summary>
    public async Task<User?> FindAsync(UserId id, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<UserRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is { } row ? ToRecord(row) : null;
    }

    /// <summary>The account with a sign-in name, or null.</summary>
    public async Task<User?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var normalized = Normalize(name);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<UserRow>().AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedName == normalized, cancellationToken) is { } row ? ToRecord(row) : null;
    }

    /// <summary>The stored password hash, for the hasher to verify; null without an account or a password.</summary>
    public async Task<string?> PasswordHashAsync(UserId id, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Set<UserRow>().Where(row => row.Id == id.Value).Select(row => row.PasswordHash).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Replaces the password hash, or removes it with null; false without such an account.</summary>
    public Task<bool> SetPasswordHashAsync(UserId id, string? passwordHash, CancellationToken cancellationToken) =>
        UpdateAsync(id, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(r => r.PasswordHash, passwordHash), cancellationToken), cancellationToken);

    /// <summary>Changes name shown, role and whether the person may sign in; false without such an account.</summary>
    public Task<bool> ChangeAsync(UserId id, string displayName, Role role, bool disabled, CancellationToken cancellationToken) =>
        UpdateAsync(
            id,
            rows => rows.ExecuteUpdateAsync(
                row => row.SetProperty(r => r.DisplayName, displayName).SetProperty(r => r.Role, role).SetProperty(r => r.Disabled, disabled), cancellationToken),
            cancellationToken);

    /// <summary>Notes that the person signed in now; false without such an account.</summary>
    public Task<bool> SignedInAsync(UserId id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.Now();
        return UpdateAsync(id, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(r => r.LastSignInAt, now), cancellationToken), cancellationToken);
    }

    private async Task<bool> UpdateAsync(UserId id, Func<IQueryable<UserRow>, Task<int>> update, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await update(context.Set<UserRow>().Where(row => row.Id == id.Value)) == 1;
    }

    private static string Normalize(string name) => name.Normalize().ToUpperInvariant();

    internal static User ToRecord(UserRow row) =>
        new(new UserId(row.Id), row.Name, row.DisplayName, row.Role, row.PasswordHash is not null, row.Disabled, row.CreatedAt, row.LastSignInAt);
}
