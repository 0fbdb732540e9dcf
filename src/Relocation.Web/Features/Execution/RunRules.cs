using Relocation.Engine.Runs;

namespace Relocation.Web.Features.Execution;

/// <summary>Why something cannot be asked of a run or move just now, as far as the page can tell; the engine decides. Null means that it can.</summary>
public static class RunRules
{
    /// <summary>Pausing.</summary>
    public static string? Pause(RunRecord run) => run.State switch
    {
        RunState.Planned or RunState.Running => null,
        RunState.Paused => RefusalReasons.AlreadyRequested,
        RunState.Cancelling => RefusalReasons.RunCancelling,
        _ => RefusalReasons.RunEnded,
    };

    /// <summary>Going on after a pause.</summary>
    public static string? Resume(RunRecord run) => run.State switch
    {
        RunState.Paused => null,
        _ when run.State.HasEnded() => RefusalReasons.RunEnded,
        _ => RefusalReasons.NotPaused,
    };

    /// <summary>Cancelling the run.</summary>
    public static string? Cancel(RunRecord run) => run.State switch
    {
        RunState.Cancelling => RefusalReasons.AlreadyRequested,
        _ when run.State.HasEnded() => RefusalReasons.RunEnded,
        _ => null,
    };

    /// <summary>Cancelling a move.</summary>
    public static string? CancelMove(MoveRecord move) => move switch
    {
        _ when move.State.HasEnded() => RefusalReasons.AlreadyEnded,
        { State: MoveState.Unknown } => RefusalReasons.OutcomeUnknown,
        { PointOfNoReturnPassed: true } => RefusalReasons.PastPointOfNoReturn,
        { CancelRequested: true } => RefusalReasons.AlreadyRequested,
        _ => null,
    };

    /// <summary>Trying a move again.</summary>
    public static string? RetryMove(RunRecord run, MoveRecord move) => move.State switch
    {
        MoveState.Failed or MoveState.Cancelled when run.State is RunState.Cancelling => RefusalReasons.RunCancelling,
        MoveState.Failed or MoveState.Cancelled => null,
        MoveState.Unknown => RefusalReasons.OutcomeUnknown,
        _ => RefusalReasons.NotFailed,
    };

    /// <summary>Deciding about an unknown outcome.</summary>
    public static string? Resolve(MoveRecord move) => move.State is MoveState.Unknown ? null : RefusalReasons.NotUnknown;
}
