using Relocation.Engine.Runs;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Execution;

/// <summary>How the states of runs and moves are shown; their words are the report's.</summary>
public static class RunLook
{
    /// <summary>Look of a move's state.</summary>
    public static WorkState Of(MoveState state) => state switch
    {
        MoveState.Waiting => WorkState.Planned,
        MoveState.Running => WorkState.Running,
        MoveState.Done => WorkState.Done,
        MoveState.Failed => WorkState.Failed,
        MoveState.Cancelled => WorkState.Cancelled,
        _ => WorkState.Unknown,
    };

    /// <summary>Look of a run's state.</summary>
    public static WorkState Of(RunState state) => state switch
    {
        RunState.Planned => WorkState.Planned,
        RunState.Running or RunState.Cancelling => WorkState.Running,
        RunState.Paused => WorkState.Paused,
        RunState.Done => WorkState.Done,
        RunState.Cancelled => WorkState.Cancelled,
        _ => WorkState.Failed,
    };
}
