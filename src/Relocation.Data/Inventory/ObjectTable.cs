using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relocation.Core.Inventory;

namespace Relocation.Data.Inventory;

/// <summary>The objects of one pool inside a transaction, by prepared statements: change tracking would cost several times the work itself.
/// The statements are those that SQLite and PostgreSQL both understand.</summary>
internal sealed class ObjectTable : IAsyncDisposable
{
    private readonly RelocationDbContext context;
    private readonly int pool;
    private readonly BulkCommand insert;
    private readonly BulkCommand update;

    public ObjectTable(RelocationDbContext context, IDbContextTransaction transaction, int pool)
    {
        this.context = context;
        this.pool = pool;
        var connection = context.Database.GetDbConnection();
        var inner = transaction.GetDbTransaction();
        insert = new BulkCommand(
            connection,
            inner,
            """INSERT INTO "Objects" ("Pool", "Class", "Uuid", "Name", "Hash", "Document") VALUES (@pool, @class, @uuid, @name, @hash, @document)""",
            "@pool", "@class", "@uuid", "@name", "@hash", "@document");
        update = new BulkCommand(
            connection,
            inner,
            """UPDATE "Objects" SET "Name" = @name, "Hash" = @hash, "Document" = @document WHERE "Id" = @id""",
            "@name", "@hash", "@document", "@id");
    }

    public ValueTask InsertAsync(ObjectDocument item, CancellationToken cancellationToken) =>
        insert.AddAsync([pool, item.Key.Class, item.Key.Uuid, item.Name, item.Hash, item.Document], cancellationToken);

    public ValueTask UpdateAsync(long id, ObjectDocument item, CancellationToken cancellationToken) =>
        update.AddAsync([item.Name, item.Hash, item.Document, id], cancellationToken);

    /// <summary>Id and hash of those objects that are stored.</summary>
    public async Task<Dictionary<ObjectKey, (long Id, byte[] Hash)>> FindAsync(IEnumerable<ObjectKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ObjectKey, (long, byte[])>();
        foreach (var byClass in keys.GroupBy(key => key.Class, StringComparer.Ordinal))
        {
            var uuids = byClass.Select(key => key.Uuid).ToList();
            var rows = await context.Set<ObjectRow>().Where(row => row.Pool == pool && row.Class == byClass.Key && uuids.Contains(row.Uuid))
                .Select(row => new { row.Id, row.Uuid, row.Hash }).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                found.Add(new ObjectKey(byClass.Key, row.Uuid), (row.Id, row.Hash));
            }
        }

        return found;
    }

    /// <summary>The objects with these ids as stored.</summary>
    public async Task<Dictionary<long, InventoryObject>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await context.Set<ObjectRow>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Class, row.Document }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => ObjectDocument.Read(row.Class, row.Document));
    }

    /// <summary>Id of the newest row; those inserted later have greater ones.</summary>
    public Task<long> NewestAsync(CancellationToken cancellationToken) =>
        context.Set<ObjectRow>().Where(row => row.Pool == pool).MaxAsync(row => row.Id, cancellationToken);

    /// <summary>Every object of the pool up to this id, by class and uuid.</summary>
    public IAsyncEnumerable<(long Id, ObjectKey Key, string Name)> UpToAsync(long newest) =>
        context.Set<ObjectRow>().Where(row => row.Pool == pool && row.Id <= newest).OrderBy(row => row.Class).ThenBy(row => row.Uuid)
            .Select(row => new ValueTuple<long, ObjectKey, string>(row.Id, new ObjectKey(row.Class, row.Uuid), row.Name)).AsAsyncEnumerable();

    public Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        context.Set<ObjectRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await insert.FlushAsync(cancellationToken);
        await update.FlushAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await update.DisposeAsync();
    }
}
