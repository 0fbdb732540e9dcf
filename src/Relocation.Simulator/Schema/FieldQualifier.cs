namespace Relocation.Simulator.Schema;

/// <summary>Who may write a field (ocaml/idl/datamodel_types.ml, type qualifier).</summary>
public enum FieldQualifier
{
    /// <summary>Only the server.</summary>
    RunTime,

    /// <summary>The creator, once.</summary>
    Constructor,

    /// <summary>A client, at any time, through set_, add_to_ and remove_from_.</summary>
    Writable,
}
