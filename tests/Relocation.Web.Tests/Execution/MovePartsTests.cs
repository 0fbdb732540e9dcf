using Relocation.Core.Runbooks;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Execution;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Execution;

public sealed class MovePartsTests
{
    [Fact]
    public void Of_LiveMove_HasItsDisksByBytesAndTheLockBeforeMemory()
    {
        var parts = MoveParts.Of(SampleRun.Move(1));
        Assert.Equal([MovePhase.Prepare, MovePhase.Disk, MovePhase.Disk, MovePhase.Memory, MovePhase.HandOver, MovePhase.Verify], parts.Select(part => part.Phase));
        Assert.Equal([10, 20, 60, 8, 2, 0], parts.Select(part => part.Weight));
        Assert.Equal(MovePhase.Memory, Assert.Single(parts, part => part.NoReturn).Phase);
        Assert.All(parts, part => Assert.Equal(WorkState.Planned, part.State));
    }

    [Fact]
    public void Of_ColdMove_HasNoMemory()
    {
        var move = SampleRun.Move(1);
        var parts = MoveParts.Of(move with { Runbook = move.Runbook with { MemoryBytes = 0 } });
        Assert.DoesNotContain(parts, part => part.Phase is MovePhase.Memory);
        Assert.Equal(MovePhase.HandOver, Assert.Single(parts, part => part.NoReturn).Phase);
    }

    [Fact]
    public void Of_MoveOnItsSecondDisk_IsHalfwayThroughThatOne()
    {
        var parts = MoveParts.Of(SampleRun.Move(1, MoveState.Running, SampleRun.OnSecondDisk()));
        Assert.Equal([1, 1, 0.5, 0, 0, 0], parts.Select(part => part.Share));
        Assert.Equal([WorkState.Done, WorkState.Done, WorkState.Running, WorkState.Planned, WorkState.Planned, WorkState.Planned], parts.Select(part => part.State));
        Assert.Equal(0.6, MoveParts.Share(parts), 6);
    }

    [Fact]
    public void Of_MoveThatFailedOnADisk_ShowsWhereItBroke()
    {
        var parts = MoveParts.Of(SampleRun.Move(1, MoveState.Failed, SampleRun.OnSecondDisk()));
        Assert.Equal(WorkState.Failed, parts[2].State);
        Assert.Equal(WorkState.Planned, parts[3].State);
    }

    [Fact]
    public void Of_DoneMove_IsWhole() => Assert.Equal(1, MoveParts.Share(MoveParts.Of(SampleRun.Move(1, MoveState.Done))));
}
