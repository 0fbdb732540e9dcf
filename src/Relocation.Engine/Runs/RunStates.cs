namespace Relocation.Engine.Runs;

/// <summary>What the states of runs and moves mean.</summary>
public static class RunStates
{
    /// <summary>The run has ended; only a retry of one of its moves makes it go on.</summary>
    public static bool HasEnded(this RunState state) => state is RunState.Done or RunState.DoneWithFailures or RunState.Cancelled;

    /// <summary>The move has ended; only a retry makes it go on.</summary>
    public static bool HasEnded(this MoveState state) => state is MoveState.Done or MoveState.Failed or MoveState.Cancelled;
}
