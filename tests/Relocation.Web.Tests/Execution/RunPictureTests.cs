using Relocation.Core.Estimation;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Execution;

namespace Relocation.Web.Tests.Execution;

public sealed class RunPictureTests
{
    private static readonly DateTimeOffset Now = SampleRun.Start.AddSeconds(10);

    [Fact]
    public void Of_FastPools_PredictsTheEndByOurClock()
    {
        var run = RunPicture.Of(SampleRun.State(SampleRun.Move(1, MoveState.Running, SampleRun.OnSecondDisk())), 20, Now);
        Assert.Equal(Now.AddSeconds(2), run.End);
        Assert.Equal((Now.AddSeconds(1.5), Now.AddSeconds(3)), (run.EndLow!.Value, run.EndHigh!.Value));
        Assert.Equal(TimeSpan.FromSeconds(10), run.Elapsed);
    }

    [Fact]
    public void Of_UnknownPace_PredictsNoEnd() =>
        Assert.Null(RunPicture.Of(SampleRun.State(SampleRun.Move(1, MoveState.Running, SampleRun.OnSecondDisk())), null, Now).End);

    [Fact]
    public void Of_Moves_SumsWhatHasArrived()
    {
        var run = RunPicture.Of(SampleRun.State(SampleRun.Move(1, MoveState.Done), SampleRun.Move(2, MoveState.Running, SampleRun.OnSecondDisk()), SampleRun.Move(3, MoveState.Failed)), 1, Now);
        Assert.Equal(ByteSize.FromGibibytes(65), run.Moved);
        Assert.Equal(ByteSize.FromGibibytes(120), run.Total);
        Assert.Equal((1, 1, 1), (run.Count(MoveState.Done), run.Count(MoveState.Running), run.Count(MoveState.Failed)));
        Assert.Equal(65.0 / 120, run.Share, 6);
    }

    [Fact]
    public void Gantt_RunningMove_EndsAtItsPredictionAndHoldsTheWholeInterval()
    {
        var chart = GanttPicture.Of(RunPicture.Of(SampleRun.State(SampleRun.Move(1, MoveState.Running, SampleRun.OnSecondDisk()), SampleRun.Move(2)), 1, Now))!;
        Assert.Equal(2, chart.Rows.Count);
        Assert.Equal(GanttPicture.Names, chart.X(SampleRun.Start));
        Assert.True(chart.X(chart.Rows[0].End!.Value) < chart.X(chart.Rows[0].EndHigh!.Value));
        Assert.InRange(chart.Ticks().Count(), 2, 9);
    }

    [Fact]
    public void Pace_OfEndedMoves_TellsHowFastThePoolsLive()
    {
        var done = SampleRun.Move(1, MoveState.Done) with { Measured = new MeasuredFigures(160, null, null, null) };
        var state = SampleRun.State(done);
        Assert.Equal(20, PoolPace.Of(state, [Sent(0, JournalKind.StepStarted), Sent(8, JournalKind.StepSucceeded)], 1));
        Assert.Equal(1, PoolPace.Of(state, [Sent(0, JournalKind.StepStarted), Sent(170, JournalKind.StepSucceeded)], 20));
        Assert.Equal(20, PoolPace.Of(state, [], 20));
    }

    private static JournalEntry Sent(int second, JournalKind kind) =>
        new(SampleRun.Id, second + 1, SampleRun.Start.AddSeconds(second), kind, SampleRun.Move(1).Id, RunbookStep.Migrate, new Dictionary<string, string>());
}
