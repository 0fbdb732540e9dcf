namespace Relocation.Engine.Runs;

/// <summary>State of a move. Stored by name.</summary>
public enum MoveState
{
    /// <summary>Waits for its turn or a free slot.</summary>
    Waiting,

    /// <summary>A step is going on.</summary>
    Running,

    /// <summary>Facts do not tell what happened; a person must decide.</summary>
    Unknown,

    /// <summary>The outcome is proved on both pools.</summary>
    Done,

    /// <summary>It ended with an error; the VM is where it was, or the finding says where.</summary>
    Failed,

    /// <summary>Cancelled before the point of no return.</summary>
    Cancelled,
}
