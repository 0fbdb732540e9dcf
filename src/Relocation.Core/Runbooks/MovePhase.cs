namespace Relocation.Core.Runbooks;

/// <summary>What a move is doing, as a person watches it.</summary>
public enum MovePhase
{
    /// <summary>In the queue.</summary>
    Waiting,

    /// <summary>Checks and preparation.</summary>
    Prepare,

    /// <summary>Copying disk k of n.</summary>
    Disk,

    /// <summary>Copying memory while the guest runs.</summary>
    Memory,

    /// <summary>Paused for the last pass and the hand-over.</summary>
    HandOver,

    /// <summary>The pools clean up.</summary>
    CleanUp,

    /// <summary>The outcome is proved on both pools.</summary>
    Verify,

    /// <summary>Nothing more to do.</summary>
    Finished,
}
