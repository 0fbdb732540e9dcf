namespace Relocation.Simulator.Schema;

/// <summary>Where a field's references are mirrored (ocaml/idl/datamodel.ml, all_relations).</summary>
/// <param name="Class">The class at the other end.</param>
/// <param name="Field">The field at the other end.</param>
/// <param name="Kind">Which side the owning field is.</param>
public sealed record XapiRelation(string Class, string Field, RelationKind Kind);
