namespace Relocation.Core.Inventory;

/// <summary>What happened to an object between two captures.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Fields differ.</summary>
    Changed,

    /// <summary>It is no longer there.</summary>
    Gone,
}
