namespace Relocation.Core.Runbooks;

/// <summary>The steps of a move, in order. Stored by name: never rename one.</summary>
public enum RunbookStep
{
    /// <summary>Capture what the move drops, and see that nothing has changed since the plan was approved.</summary>
    Prepare,

    /// <summary>Ask the pools themselves, with the real mapping.</summary>
    Check,

    /// <summary>Send the VM: disks, memory, hand-over, clean-up by the pools.</summary>
    Migrate,

    /// <summary>Prove the outcome on both pools.</summary>
    Verify,

    /// <summary>Put back what XAPI drops.</summary>
    Restore,
}
