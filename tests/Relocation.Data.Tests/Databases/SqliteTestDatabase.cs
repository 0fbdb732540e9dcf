using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Relocation.Migrations.Sqlite;

namespace Relocation.Data.Tests.Databases;

/// <summary>A SQLite file, copied from one that is migrated once per test run.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string path = NewPath();

    /// <summary>How it is opened.</summary>
    public string ConnectionString => $"Data Source={path}";

    /// <inheritdoc />
    public override async Task<byte[]> BytesAsync(CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        foreach (var file in new[] { path, path + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(bytes, cancellationToken);
        }

        return bytes.ToArray();
    }

    /// <inheritdoc />
    protected override async Task RegisterAsync(IServiceCollection collection, CancellationToken cancellationToken)
    {
        File.Copy(await Template.Value, path);
        collection.UseRelocationSqlite(ConnectionString);
    }

    /// <inheritdoc />
    protected override Task DropAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = NewPath();
        await MigrateAsync(collection => collection.UseRelocationSqlite($"Data Source={template};Pooling=False"), CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(template);
        return template;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"relocation-{Guid.NewGuid():N}.db");
}
