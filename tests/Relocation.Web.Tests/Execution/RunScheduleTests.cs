using Relocation.Engine.Runs;
using Relocation.Web.Features.Execution;

namespace Relocation.Web.Tests.Execution;

public sealed class RunScheduleTests
{
    [Fact]
    public void Of_OneSlot_PutsTheWaitingMoveAfterTheRunningOne()
    {
        var (first, second) = (SampleRun.Move(1, MoveState.Running, SampleRun.OnSecondDisk()), SampleRun.Move(2));
        var planned = RunSchedule.Of(SampleRun.State(first, second));
        Assert.Equal(new ScheduledMove(0, 40, 30, 60), planned[first.Id]);
        Assert.Equal((40, 140), (planned[second.Id].Start, planned[second.Id].End));
        Assert.Equal(140 - double.Hypot(10, 20), planned[second.Id].Low, 6);
        Assert.Equal(140 + double.Hypot(20, 30), planned[second.Id].High, 6);
    }

    [Fact]
    public void Of_ManySlots_StillAtMostThreeAtATimeFromOneHost()
    {
        var state = SampleRun.State([.. Enumerable.Range(1, 4).Select(ordinal => SampleRun.Move(ordinal))]);
        var planned = RunSchedule.Of(state with { Run = SampleRun.Run(parallel: 8) });
        Assert.Equal([0, 0, 0, 100], state.Moves.Select(move => planned[move.Id].Start));
    }

    [Fact]
    public void Of_SomethingNotPredicted_PredictsNothing() =>
        Assert.Empty(RunSchedule.Of(SampleRun.State(SampleRun.Move(1), SampleRun.Move(2) with { Forecast = null })));
}
