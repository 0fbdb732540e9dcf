using System.Data.Common;

namespace Relocation.Data.Inventory;

/// <summary>One statement executed for many rows: one prepared command where calls are cheap (SQLite, in this process), batches of commands in
/// one round trip where they are not (PostgreSQL).</summary>
internal sealed class BulkCommand : IAsyncDisposable
{
    private const int BatchSize = 500;

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly string sql;
    private readonly string[] names;
    private readonly DbCommand? command;
    private DbBatch? batch;

    /// <param name="connection">Open connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="names">Its parameters in the order in which values will be given.</param>
    public BulkCommand(DbConnection connection, DbTransaction transaction, string sql, params string[] names)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.sql = sql;
        this.names = names;
        if (!connection.CanCreateBatch)
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            command.Transaction = transaction;
            foreach (var name in names)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
        }
    }

    /// <summary>Executes the statement for these values, now or with the next batch.</summary>
    public async ValueTask AddAsync(object[] values, CancellationToken cancellationToken)
    {
        if (command is not null)
        {
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters[index].Value = values[index];
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
            return;
        }

        batch ??= NewBatch();
        var next = batch.CreateBatchCommand();
        next.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = next.CreateParameter();
            parameter.ParameterName = names[index];
            parameter.Value = values[index];
            next.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(next);
        if (batch.BatchCommands.Count == BatchSize)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Executes what is waiting for a full batch.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (batch is not null)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await batch.DisposeAsync();
            batch = null;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (command is not null)
        {
            await command.DisposeAsync();
        }

        if (batch is not null)
        {
            await batch.DisposeAsync();
        }
    }

    private DbBatch NewBatch()
    {
        var created = connection.CreateBatch();
        created.Transaction = transaction;
        return created;
    }
}
