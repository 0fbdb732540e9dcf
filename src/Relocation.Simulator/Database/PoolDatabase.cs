using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Database;

/// <summary>
/// The objects of one pool. Every method is safe from any thread; <see cref="Atomically(Action)"/> groups several into one change
/// that other threads and event readers see whole.
/// </summary>
public sealed class PoolDatabase
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ObjectTable> tables = new(StringComparer.Ordinal);
    private readonly ChangeLog log = new();
    private readonly Relations relations;
    private readonly List<Action<IReadOnlyCollection<XapiObject>>> followers = [];
    private HashSet<XapiObject> touched = [];
    private long announced;
    private int depth;
    private bool settling;
    private TaskCompletionSource changed = NewSignal();

    /// <summary>An empty database.</summary>
    public PoolDatabase(XapiSchema schema, IdentifierSource identifiers)
    {
        Schema = schema;
        Identifiers = identifiers;
        relations = new Relations(this);
        foreach (var @class in schema.Classes)
        {
            tables.Add(@class.Name, new ObjectTable(@class));
        }
    }

    /// <summary>The datamodel its objects follow.</summary>
    public XapiSchema Schema { get; }

    /// <summary>Where uuids and references of new objects come from.</summary>
    public IdentifierSource Identifiers { get; }

    /// <summary>Counts changes; part of an event token.</summary>
    public long Generation { get; private set; }

    /// <summary>
    /// Calls a follower at the end of every change, inside its lock, with the objects created or written by it. What the follower
    /// writes belongs to the same change and calls no follower again. For values that follow from others: allowed_operations.
    /// </summary>
    public void OnSettle(Action<IReadOnlyCollection<XapiObject>> follower)
    {
        lock (gate)
        {
            followers.Add(follower);
        }
    }

    /// <summary>The objects of a class, by descending reference; a snapshot of the list.</summary>
    public IReadOnlyList<XapiObject> All(string @class)
    {
        lock (gate)
        {
            return tables[@class].Rows;
        }
    }

    /// <summary>How many objects a class has.</summary>
    public int Count(string @class)
    {
        lock (gate)
        {
            return tables[@class].Count;
        }
    }

    /// <summary>The object of a reference, or null.</summary>
    public XapiObject? Find(string @class, string reference)
    {
        lock (gate)
        {
            return tables[@class].Find(reference);
        }
    }

    /// <summary>The object of a uuid, or null.</summary>
    public XapiObject? FindByUuid(string @class, string uuid)
    {
        lock (gate)
        {
            return tables[@class].FindByUuid(uuid);
        }
    }

    /// <summary>The object of a reference.</summary>
    /// <exception cref="XapiException">HANDLE_INVALID: there is none.</exception>
    public XapiObject Require(string @class, string reference) =>
        Find(@class, reference) ?? throw new XapiException("HANDLE_INVALID", @class, reference);

    /// <summary>The pool object.</summary>
    public XapiObject Pool => All("pool")[0];

    /// <summary>Makes an object; fields not given have their defaults, sets of the one side of relations are computed.</summary>
    /// <param name="class">Its class.</param>
    /// <param name="fields">Values by field name; a <c>uuid</c> that is absent is made.</param>
    /// <param name="reference">Its reference; made when null.</param>
    public XapiObject Create(string @class, IEnumerable<KeyValuePair<string, XapiValue>> fields, string? reference = null)
    {
        var type = Schema.Class(@class);
        var values = type.Fields.Select(field => field.Default).ToArray();
        foreach (var (name, value) in fields)
        {
            values[type.Field(name).Index] = value;
        }
        if (type.Uuid is { } uuid && values[uuid.Index] is not XapiText { Text.Length: > 0 })
        {
            values[uuid.Index] = Identifiers.Uuid();
        }
        var row = new XapiObject(type, reference ?? Identifiers.Ref(), values);
        Atomically(() => Insert(row, isNamed: reference is not null));
        return row;
    }

    /// <summary>Writes a field. Writing the value it has is no change. A set of the one side of a relation cannot be written.</summary>
    public void Set(XapiObject row, string field, XapiValue value) => Set(row, row.Class.Field(field), value);

    /// <summary>Writes a field. Writing the value it has is no change. A set of the one side of a relation cannot be written.</summary>
    public void Set(XapiObject row, XapiField field, XapiValue value)
    {
        if (field.Relation is { Kind: RelationKind.OneToMany })
        {
            throw new InvalidOperationException($"{row.Class.Name}.{field.Name} follows from {field.Relation.Class}.{field.Relation.Field}: write that.");
        }
        Atomically(() => Write(row, field, value));
    }

    /// <summary>Sets a key of a map field.</summary>
    public void SetKey(XapiObject row, string field, string key, XapiValue value) =>
        Atomically(() => Set(row, field, row.Map(field).With(key, value)));

    /// <summary>Removes a key of a map field, where it is there.</summary>
    public void RemoveKey(XapiObject row, string field, string key) =>
        Atomically(() => Set(row, field, row.Map(field).Without(key)));

    /// <summary>Destroys an object; references to it stay, as in xapi, but sets of relations lose it.</summary>
    public void Destroy(XapiObject row) => Atomically(() => Delete(row));

    /// <summary>Marks an object as changed though no field is: event.inject.</summary>
    public void Touch(XapiObject row) => Atomically(() => Mark(row));

    /// <summary>Groups changes into one; what was written before an exception stays. May be nested; must not wait for anything.</summary>
    public void Atomically(Action change) =>
        Atomically(() =>
        {
            change();
            return true;
        });

    /// <summary>Groups changes and reads into one. May be nested; must not wait for anything.</summary>
    public T Atomically<T>(Func<T> change)
    {
        TaskCompletionSource? signal = null;
        try
        {
            lock (gate)
            {
                depth++;
                try
                {
                    return change();
                }
                finally
                {
                    if (depth == 1)
                    {
                        signal = Settle();
                    }
                    depth--;
                }
            }
        }
        finally
        {
            signal?.TrySetResult();
        }
    }

    /// <summary>A task that ends at the next change after this call.</summary>
    public Task NextChange()
    {
        lock (gate)
        {
            return changed.Task;
        }
    }

    /// <summary>Rows changed after a generation, the latest first. Call inside <see cref="Atomically{T}(Func{T})"/>.</summary>
    internal IEnumerable<XapiObject> ChangedSince(long generation) => log.ChangedSince(generation);

    /// <summary>Rows destroyed after a generation that existed at it. Call inside <see cref="Atomically{T}(Func{T})"/>.</summary>
    internal IEnumerable<DestroyedObject> DestroyedSince(long generation) => log.DestroyedSince(generation);

    /// <summary>Puts rows of a file in, with the generations they had, without events.</summary>
    internal void Restore(IReadOnlyList<XapiObject> rows, long generation)
    {
        lock (gate)
        {
            Generation = Math.Max(generation, rows.Count == 0 ? 0 : rows.Max(row => row.Modified));
            foreach (var row in rows.OrderBy(row => row.Modified).ThenBy(row => row.Ref, StringComparer.Ordinal))
            {
                tables[row.Class.Name].Add(row);
                log.Touch(row, row.Modified);
            }
            relations.Rebuild(tables.Values);
        }
    }

    /// <summary>Notes that the other side of a relation has changed a row.</summary>
    internal void MarkMirrored(XapiObject row) => Mark(row);

    private void Insert(XapiObject row, bool isNamed)
    {
        tables[row.Class.Name].Add(row);
        row.Created = ++Generation;
        log.Touch(row, row.Created);
        touched.Add(row);
        relations.Created(row, isNamed);
    }

    private void Write(XapiObject row, XapiField field, XapiValue value)
    {
        var before = row[field];
        if (row.IsGone || before.Equals(value))
        {
            return;
        }
        row.Write(field, value);
        Mark(row);
        if (field.Name == "uuid")
        {
            tables[row.Class.Name].Rename(row, ((XapiText)before).Text);
        }
        relations.Written(row, field, before, value);
    }

    private void Delete(XapiObject row)
    {
        if (row.IsGone)
        {
            return;
        }
        tables[row.Class.Name].Remove(row);
        row.IsGone = true;
        log.End(row, ++Generation);
        touched.Remove(row);
        relations.Destroyed(row);
    }

    private void Mark(XapiObject row)
    {
        if (!row.IsGone)
        {
            log.Touch(row, ++Generation);
            touched.Add(row);
        }
    }

    private TaskCompletionSource? Settle()
    {
        while (touched.Count > 0 && !settling)
        {
            settling = true;
            var objects = touched;
            touched = [];
            try
            {
                foreach (var follower in followers)
                {
                    follower(objects);
                }
            }
            finally
            {
                settling = false;
                touched.Clear();
            }
        }
        if (announced == Generation)
        {
            return null;
        }
        announced = Generation;
        var signal = changed;
        changed = NewSignal();
        return signal;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
