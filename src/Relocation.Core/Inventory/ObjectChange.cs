namespace Relocation.Core.Inventory;

/// <summary>What happened to one object between two captures.</summary>
/// <param name="Kind">Added, changed or gone.</param>
/// <param name="Key">The object.</param>
/// <param name="Name">What people call it, as last seen.</param>
/// <param name="Fields">Fields that differ; empty when it is new or gone.</param>
public sealed record ObjectChange(ChangeKind Kind, ObjectKey Key, string Name, IReadOnlyList<FieldChange> Fields);
