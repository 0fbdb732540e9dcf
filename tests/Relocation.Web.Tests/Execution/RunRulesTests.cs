using Relocation.Engine.Runs;
using Relocation.Web.Features.Execution;

namespace Relocation.Web.Tests.Execution;

public sealed class RunRulesTests
{
    [Theory]
    [InlineData(RunState.Running, null, RefusalReasons.NotPaused, null)]
    [InlineData(RunState.Paused, RefusalReasons.AlreadyRequested, null, null)]
    [InlineData(RunState.Cancelling, RefusalReasons.RunCancelling, RefusalReasons.NotPaused, RefusalReasons.AlreadyRequested)]
    [InlineData(RunState.Done, RefusalReasons.RunEnded, RefusalReasons.RunEnded, RefusalReasons.RunEnded)]
    public void Run_InEachState_TellsWhatCannotBeAsked(RunState state, string? pause, string? resume, string? cancel)
    {
        var run = SampleRun.Run(state);
        Assert.Equal((pause, resume, cancel), (RunRules.Pause(run), RunRules.Resume(run), RunRules.Cancel(run)));
    }

    [Fact]
    public void Move_PastThePointOfNoReturn_CannotBeCancelled() => Assert.Equal(
        RefusalReasons.PastPointOfNoReturn, RunRules.CancelMove(SampleRun.Move(1, MoveState.Running) with { PointOfNoReturnPassed = true }));

    [Fact]
    public void Move_Failed_CanBeTriedAgain_UnlessTheRunIsBeingCancelled()
    {
        Assert.Null(RunRules.RetryMove(SampleRun.Run(RunState.DoneWithFailures), SampleRun.Move(1, MoveState.Failed)));
        Assert.Equal(RefusalReasons.RunCancelling, RunRules.RetryMove(SampleRun.Run(RunState.Cancelling), SampleRun.Move(1, MoveState.Failed)));
        Assert.Equal(RefusalReasons.OutcomeUnknown, RunRules.RetryMove(SampleRun.Run(), SampleRun.Move(1, MoveState.Unknown)));
    }
}
