using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Database;

/// <summary>A row: the fields of one object by API name. Only its database writes it; reading one field needs no lock.</summary>
public sealed class XapiObject
{
    private readonly XapiValue[] values;
    private readonly RelationSet?[] sets;

    internal XapiObject(XapiClass @class, string reference, XapiValue[] values)
    {
        Class = @class;
        Ref = reference;
        this.values = values;
        sets = [.. @class.Fields.Select(column => column.Relation is { Kind: RelationKind.OneToMany } ? new RelationSet() : null)];
        Node = new LinkedListNode<XapiObject>(this);
    }

    /// <summary>Its class.</summary>
    public XapiClass Class { get; }

    /// <summary>Its opaque reference.</summary>
    public string Ref { get; }

    /// <summary>The database generation of its creation.</summary>
    public long Created { get; internal set; }

    /// <summary>The database generation of its last change.</summary>
    public long Modified { get; internal set; }

    /// <summary>Whether it has been destroyed.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>Its uuid, or empty where the class has none.</summary>
    public string Uuid => Class.Uuid is { } column ? ((XapiText)values[column.Index]).Text : "";

    /// <summary>Its place in the order of last change.</summary>
    internal LinkedListNode<XapiObject> Node { get; }

    /// <summary>The value of a field.</summary>
    public XapiValue this[string name] => this[Class.Field(name)];

    /// <summary>The value of a field.</summary>
    public XapiValue this[XapiField column] => sets[column.Index]?.Snapshot ?? values[column.Index];

    /// <summary>A text, enumeration or single reference.</summary>
    public string Text(string field) => this[field] is XapiText text ? text.Text : "";

    /// <summary>An integer.</summary>
    public long Number(string field) => ((XapiInt)this[field]).Number;

    /// <summary>A double.</summary>
    public double Real(string field) => ((XapiFloat)this[field]).Number;

    /// <summary>A truth value.</summary>
    public bool Bool(string field) => ((XapiBool)this[field]).IsTrue;

    /// <summary>An instant.</summary>
    public DateTimeOffset Date(string field) => ((XapiDate)this[field]).Instant;

    /// <summary>A set's references, words or strings.</summary>
    public IReadOnlyList<string> Texts(string field) => [.. ((XapiSet)this[field]).Texts];

    /// <summary>A map.</summary>
    public XapiMap Map(string field) => (XapiMap)this[field];

    /// <summary>What a file said of a set that is now computed.</summary>
    internal XapiValue Stored(XapiField column) => values[column.Index];

    /// <summary>The set of the one side of a relation.</summary>
    internal RelationSet SetOf(XapiField column) => sets[column.Index]!;

    internal void Write(XapiField field, XapiValue value) => values[field.Index] = value;
}
