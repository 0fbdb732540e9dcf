using Relocation.Simulator.Values;

namespace Relocation.Simulator.Schema;

/// <summary>A field of a class.</summary>
/// <param name="Name">Its name in the API, as in <c>name_label</c>.</param>
/// <param name="Column">Its column in a database file, as in <c>name__label</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Qualifier">Who may write it.</param>
/// <param name="IsInternal">Whether it is stored but never shown to a client.</param>
/// <param name="Index">Its place in the class's fields.</param>
public sealed record XapiField(string Name, string Column, XapiType Type, FieldQualifier Qualifier, bool IsInternal, int Index)
{
    /// <summary>The value the datamodel gives when the creator gives none; null when the creator must.</summary>
    public XapiValue? DeclaredDefault { get; init; }

    /// <summary>The value of the field in a fresh object: the declared one, else the empty value of the type.</summary>
    public required XapiValue Default { get; init; }

    /// <summary>The other side, when this field is one side of a relation.</summary>
    public XapiRelation? Relation { get; internal set; }

    /// <summary>Whether a creator's record must hold it.</summary>
    public bool IsRequiredAtCreation => Qualifier != FieldQualifier.RunTime && DeclaredDefault is null && !IsInternal && Name != "uuid";
}
