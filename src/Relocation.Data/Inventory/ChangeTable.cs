using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relocation.Core.Inventory;
using Relocation.Data.Documents;

namespace Relocation.Data.Inventory;

/// <summary>Counts the changes of a capture, writes each to the history, and keeps the first ones for the answer.</summary>
internal sealed class ChangeTable(RelocationDbContext context, IDbContextTransaction transaction, long capture) : IAsyncDisposable
{
    private const int FirstKept = 100;

    private readonly List<ObjectChange> first = [];
    private readonly BulkCommand insert = new(
        context.Database.GetDbConnection(),
        transaction.GetDbTransaction(),
        """INSERT INTO "Changes" ("Capture", "Kind", "Class", "Uuid", "Name", "Fields") VALUES (@capture, @kind, @class, @uuid, @name, @fields)""",
        "@capture", "@kind", "@class", "@uuid", "@name", "@fields");

    public IReadOnlyList<ObjectChange> First => first;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Gone { get; private set; }

    /// <summary>Counts objects of a pool's first capture, for which no single changes are kept.</summary>
    public void CountAdded(int objects) => Added += objects;

    public async ValueTask AddAsync(ObjectChange change, CancellationToken cancellationToken)
    {
        Added += change.Kind == ChangeKind.Added ? 1 : 0;
        Changed += change.Kind == ChangeKind.Changed ? 1 : 0;
        Gone += change.Kind == ChangeKind.Gone ? 1 : 0;
        if (first.Count < FirstKept)
        {
            first.Add(change);
        }

        await insert.AddAsync(
            [capture, change.Kind.ToString(), change.Key.Class, change.Key.Uuid, change.Name.Replace('\0', '\uFFFD'), RecordJson.Write(change.Fields)], cancellationToken);
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken) => insert.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => insert.DisposeAsync();
}
