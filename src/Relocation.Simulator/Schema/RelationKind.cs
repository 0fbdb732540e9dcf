namespace Relocation.Simulator.Schema;

/// <summary>Which side of a relation a field is.</summary>
public enum RelationKind
{
    /// <summary>The reference of the many side: it is the truth.</summary>
    ManyToOne,

    /// <summary>The set of the one side: computed from the many side.</summary>
    OneToMany,

    /// <summary>One of two sets that mirror each other.</summary>
    ManyToMany,
}
