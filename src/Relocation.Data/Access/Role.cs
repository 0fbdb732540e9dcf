namespace Relocation.Data.Access;

/// <summary>What an account or token is. Stored by name.</summary>
public enum Role
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Sees everything, changes nothing.</summary>
    Viewer,

    /// <summary>Answers for services: sees when their VMs move.</summary>
    ServiceOwner,

    /// <summary>Imports inventories and plans.</summary>
    Planner,

    /// <summary>Runs waves.</summary>
    Operator,

    /// <summary>May do everything.</summary>
    Administrator,
}
