using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Relocation.Data.Tests.Databases;

/// <summary>A migrated, empty database of one test's own with the stores over it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private ServiceProvider? services;

    /// <summary>The stores' clock.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>A store.</summary>
    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>Every byte of the database's files.</summary>
    public abstract Task<byte[]> BytesAsync(CancellationToken cancellationToken);

    /// <summary>Rows of a table.</summary>
    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        await using var context = await Get<IDbContextFactory<RelocationDbContext>>().CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Makes the database as a copy of one that was migrated before.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        collection.AddRelocationData();
        await RegisterAsync(collection, cancellationToken);
        services = collection.BuildServiceProvider();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }

        await DropAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the database and registers it.</summary>
    protected abstract Task RegisterAsync(IServiceCollection collection, CancellationToken cancellationToken);

    /// <summary>Throws the database away.</summary>
    protected abstract Task DropAsync();

    /// <summary>Migrates an empty database.</summary>
    protected static async Task MigrateAsync(Action<IServiceCollection> register, CancellationToken cancellationToken)
    {
        var collection = new ServiceCollection();
        register(collection);
        await using var provider = collection.BuildServiceProvider();
        await provider.MigrateDatabaseAsync(cancellationToken);
    }
}
