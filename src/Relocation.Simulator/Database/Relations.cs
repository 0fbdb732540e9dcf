using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Database;

/// <summary>Keeps the other side of every relation true, inside the database's lock.</summary>
internal sealed class Relations(PoolDatabase database)
{
    /// <summary>Computes every one side from the many sides: what a file says of the one side is not trusted.</summary>
    public void Rebuild(IEnumerable<ObjectTable> tables)
    {
        var members = new Dictionary<(XapiObject Row, XapiField Field), List<string>>();
        foreach (var table in tables)
        {
            foreach (var field in table.Class.Fields.Where(field => field.Relation is { Kind: RelationKind.ManyToOne }))
            {
                var relation = field.Relation!;
                var other = database.Schema.Class(relation.Class).Field(relation.Field);
                foreach (var row in table.Rows)
                {
                    if (Target(relation, row[field]) is { } one)
                    {
                        if (!members.TryGetValue((one, other), out var list))
                        {
                            members.Add((one, other), list = []);
                        }
                        list.Add(row.Ref);
                    }
                }
            }
            foreach (var field in table.Class.Fields.Where(field => field.Relation is { Kind: RelationKind.OneToMany }))
            {
                foreach (var row in table.Rows)
                {
                    members.TryAdd((row, field), []);
                }
            }
        }
        foreach (var ((row, field), list) in members)
        {
            row.SetOf(field).Reset(Merged((XapiSet)row.Stored(field), list));
        }
    }

    /// <summary>Only a row whose reference was given can be pointed at before it exists: a made one need not be looked for.</summary>
    public void Created(XapiObject row, bool isNamed)
    {
        foreach (var field in row.Class.Fields)
        {
            switch (field.Relation?.Kind)
            {
                case RelationKind.OneToMany when isNamed:
                    row.SetOf(field).Reset(Pointing(row, field.Relation));
                    break;
                case RelationKind.ManyToOne or RelationKind.ManyToMany:
                    Written(row, field, field.Type.IsRefSet ? XapiSet.Empty : XapiValue.NullRef, row[field]);
                    break;
                default:
                    break;
            }
        }
    }

    public void Destroyed(XapiObject row)
    {
        foreach (var field in row.Class.Fields.Where(field => field.Relation is { Kind: not RelationKind.OneToMany }))
        {
            Written(row, field, row[field], field.Type.IsRefSet ? XapiSet.Empty : XapiValue.NullRef);
        }
    }

    public void Written(XapiObject row, XapiField field, XapiValue before, XapiValue after)
    {
        if (field.Relation is not { Kind: not RelationKind.OneToMany } relation)
        {
            return;
        }
        foreach (var gone in References(before).Except(References(after)))
        {
            Mirror(relation, gone, row.Ref, isAdded: false);
        }
        foreach (var fresh in References(after).Except(References(before)))
        {
            Mirror(relation, fresh, row.Ref, isAdded: true);
        }
    }

    private void Mirror(XapiRelation relation, string reference, string member, bool isAdded)
    {
        if (database.Find(relation.Class, reference) is not { } other)
        {
            return;
        }
        var field = other.Class.Field(relation.Field);
        if (field.Relation!.Kind == RelationKind.OneToMany)
        {
            var set = other.SetOf(field);
            if (isAdded ? set.Add(member) : set.Remove(member))
            {
                database.MarkMirrored(other);
            }
            return;
        }
        var before = (XapiSet)other[field];
        var after = isAdded ? before.With(member) : before.Without(member);
        if (!ReferenceEquals(before, after))
        {
            other.Write(field, after);
            database.MarkMirrored(other);
        }
    }

    /// <summary>Rows that already point at a row that comes late.</summary>
    private IEnumerable<string> Pointing(XapiObject row, XapiRelation relation)
    {
        var field = database.Schema.Class(relation.Class).Field(relation.Field);
        return database.All(relation.Class).Where(other => other[field] is XapiText text && text.Text == row.Ref).Select(other => other.Ref);
    }

    private XapiObject? Target(XapiRelation relation, XapiValue reference) =>
        reference is XapiText { Text: not XapiValue.Null } text ? database.Find(relation.Class, text.Text) : null;

    private static IEnumerable<string> References(XapiValue value) => value switch
    {
        XapiText { Text: not (XapiValue.Null or "") } text => [text.Text],
        XapiSet set => set.Texts,
        _ => [],
    };

    /// <summary>The members, those the file names first and in its order.</summary>
    private static List<string> Merged(XapiSet stored, List<string> members)
    {
        var known = members.ToHashSet(StringComparer.Ordinal);
        var kept = stored.Texts.Where(known.Remove).ToList();
        kept.AddRange(members.Where(known.Contains));
        return kept;
    }
}
