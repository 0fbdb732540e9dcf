namespace Relocation.Web.Access;

/// <summary>What an account may be allowed to do. Every action names the one it needs.</summary>
public enum Permission
{
    /// <summary>See everything.</summary>
    View,

    /// <summary>Change plans and import inventories.</summary>
    Plan,

    /// <summary>Start, pause, cancel and repeat moves.</summary>
    Operate,

    /// <summary>Manage connections, accounts and tokens.</summary>
    Administer,
}
