using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relocation.Migrations.PostgreSql;

namespace Relocation.Data.Tests.Databases;

/// <summary>A PostgreSQL database, copied from one that is migrated once per test run.</summary>
public sealed class PostgreSqlTestDatabase(PostgreSqlServer server) : TestDatabase
{
    private const string TemplateName = "relocation_template";
    private static readonly SemaphoreSlim Making = new(1);
    private static bool templateMade;

    private readonly string name = $"relocation_{Guid.NewGuid():N}";

    /// <inheritdoc />
    public override async Task<byte[]> BytesAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(name, "CHECKPOINT", cancellationToken);
        var folder = await ExecuteAsync(name, "SELECT pg_relation_filepath('\"Pools\"')", cancellationToken);
        using var bytes = new MemoryStream();
        foreach (var file in Directory.GetFiles(Path.Combine(server.DataFolder, Path.GetDirectoryName((string)folder!)!)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(bytes, cancellationToken);
        }

        return bytes.ToArray();
    }

    /// <inheritdoc />
    protected override async Task RegisterAsync(IServiceCollection collection, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        await Making.WaitAsync(cancellationToken);
        try
        {
            if (!templateMade)
            {
                await MigrateAsync(migrations => migrations.UseRelocationPostgreSql(server.ConnectionString(TemplateName) + ";Pooling=False"), cancellationToken);
                templateMade = true;
            }

            await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {TemplateName}", cancellationToken);
        }
        finally
        {
            Making.Release();
        }

        collection.UseRelocationPostgreSql(server.ConnectionString(name));
    }

    /// <inheritdoc />
    protected override async Task DropAsync()
    {
        if (server.Missing is null)
        {
            await ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
        }
    }

    private async Task<object?> ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString(database) + ";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
