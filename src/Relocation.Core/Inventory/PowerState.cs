namespace Relocation.Core.Inventory;

/// <summary>Whether a VM runs.</summary>
public enum PowerState
{
    /// <summary>XAPI said something this version does not know.</summary>
    Unknown,

    /// <summary>Off.</summary>
    Halted,

    /// <summary>In memory, not running.</summary>
    Paused,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Saved to disk.</summary>
    Suspended,
}
