namespace Relocation.Core.Inventory;

/// <summary>What a VM record stands for.</summary>
public enum VmKind
{
    /// <summary>A VM of the users.</summary>
    VirtualMachine,

    /// <summary>A template made by people.</summary>
    Template,

    /// <summary>A template that came with the product.</summary>
    DefaultTemplate,

    /// <summary>A snapshot of a VM.</summary>
    Snapshot,

    /// <summary>A host's own dom0.</summary>
    ControlDomain,
}
