namespace Relocation.Simulator.Schema;

/// <summary>The shapes a value of the API can have (ocaml/idl/datamodel_types.ml, type ty).</summary>
public enum XapiTypeKind
{
    /// <summary>No value; an empty string on the wire.</summary>
    Void,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A signed 64-bit integer.</summary>
    Whole,

    /// <summary>A double.</summary>
    Real,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>An instant, UTC, whole seconds.</summary>
    Date,

    /// <summary>One word of a closed list.</summary>
    Enum,

    /// <summary>The opaque reference of an object of a class.</summary>
    Ref,

    /// <summary>All public fields of an object of a class.</summary>
    Record,

    /// <summary>A list of values of one type.</summary>
    Set,

    /// <summary>Keys to values, each of one type.</summary>
    Map,

    /// <summary>A value or none.</summary>
    Option,
}
