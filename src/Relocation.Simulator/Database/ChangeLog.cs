namespace Relocation.Simulator.Database;

/// <summary>
/// Rows in the order of their last change, and the end of destroyed ones. Changes of one row coalesce, as in xapi: a reader who
/// comes late sees the latest state once (ocaml/database/db_cache_types.ml). The database's lock guards it.
/// </summary>
internal sealed class ChangeLog
{
    private const int MostDestroyed = 10_000;

    private readonly LinkedList<XapiObject> rows = new();
    private readonly LinkedList<DestroyedObject> destroyed = new();

    public void Touch(XapiObject row, long generation)
    {
        row.Modified = generation;
        if (row.Node.List is not null)
        {
            rows.Remove(row.Node);
        }
        rows.AddLast(row.Node);
    }

    public void End(XapiObject row, long generation)
    {
        rows.Remove(row.Node);
        destroyed.AddLast(new DestroyedObject(row.Class, row.Ref, row.Created, generation));
        if (destroyed.Count > MostDestroyed)
        {
            destroyed.RemoveFirst();
        }
    }

    /// <summary>Rows changed after a generation, the latest first.</summary>
    public IEnumerable<XapiObject> ChangedSince(long generation)
    {
        for (var node = rows.Last; node is not null && node.Value.Modified > generation; node = node.Previous)
        {
            yield return node.Value;
        }
    }

    /// <summary>Rows that existed at a generation and were destroyed after it, the latest first.</summary>
    public IEnumerable<DestroyedObject> DestroyedSince(long generation)
    {
        for (var node = destroyed.Last; node is not null && node.Value.Destroyed > generation; node = node.Previous)
        {
            if (node.Value.Created <= generation)
            {
                yield return node.Value;
            }
        }
    }
}
