using Relocation.Core.Runbooks;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Driving;

public sealed class RequestTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public void Pause_LetsRunningMovesEnd_AndResumeAdmitsTheNext()
    {
        var scenario = new Scenario().With().With("web").Stored(parallel: 1);
        scenario.Drive(async driver =>
        {
            await scenario.WaitAsync(5);
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.Pause), Never));
            Assert.Equal(RefusalReasons.AlreadyRequested, await driver.RequestAsync(Scenario.Ask(RunRequestKind.Pause), Never));
            await scenario.WaitAsync(120);
            Assert.Equal([MoveState.Done, MoveState.Waiting], scenario.Moves.Select(move => move.State));
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.Resume), Never));
            Assert.Equal(RefusalReasons.NotPaused, await driver.RequestAsync(Scenario.Ask(RunRequestKind.Resume), Never));
        });
        Assert.Equal(RunState.Done, scenario.RunRecord.State);
        Assert.All(scenario.Lines(JournalKind.OperatorRequest), entry => Assert.Equal("ada", entry.Detail["by"]));
    }

    [Fact]
    public void CancelRun_CancelsWhatWaitsAndWhatCopiesDisks_AndLetsTheRestEnd()
    {
        var scenario = new Scenario().With("late").With("early").With("waiting").Stored(parallel: 2);
        scenario.World.Vms[scenario.Moves[1].Runbook.Order.Vm].Facts = Slow(scenario, 1);
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Moves[0].PointOfNoReturnPassed);
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.Cancel), Never));
        });
        Assert.Equal(RunState.Cancelled, scenario.RunRecord.State);
        Assert.Equal([MoveState.Done, MoveState.Cancelled, MoveState.Cancelled], scenario.Moves.Select(move => move.State));
        Assert.Null(scenario.World.Vms[scenario.Moves[1].Runbook.Order.Vm].Mark);
    }

    [Fact]
    public void CancelMove_WhileDisksAreCopied_LeavesTheVmWhereItWas()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Disk);
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Move), Never));
            Assert.Equal(RefusalReasons.AlreadyRequested, await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Move), Never));
        });
        Assert.Equal((RunState.DoneWithFailures, MoveState.Cancelled), (scenario.RunRecord.State, scenario.Move.State));
        Assert.NotNull(scenario.Vm.Source(scenario.World.Now));
        Assert.Null(scenario.Vm.Target(scenario.World.Now, scenario.Move.Runbook.Order));
        Assert.Null(scenario.Vm.Mark);
    }

    [Fact]
    public void CancelMove_PastThePointOfNoReturn_IsRefused()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Memory);
            Assert.Equal(RefusalReasons.PastPointOfNoReturn, await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Move), Never));
        });
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.False(scenario.Move.CancelRequested);
        Assert.Empty(scenario.Lines(JournalKind.OperatorRequest));
    }

    [Fact]
    public void CancelMove_OfAWaitingOne_EndsItUnsent()
    {
        var scenario = new Scenario().With().With("web").Stored(parallel: 1);
        scenario.Drive(async driver =>
        {
            await scenario.WaitAsync(5);
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Moves[1]), Never));
            Assert.Equal(RefusalReasons.AlreadyEnded, await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Moves[1]), Never));
        });
        Assert.Equal([MoveState.Done, MoveState.Cancelled], scenario.Moves.Select(move => move.State));
        Assert.Equal(0, scenario.World.Sends(scenario.Moves[1].Runbook.Order.Vm));
    }

    [Fact]
    public void AcceptedCancellation_SurvivesACrash()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Thread.Run(async () =>
        {
            var driver = await scenario.TakeOverAsync();
            using var crash = new CancellationTokenSource();
            var driving = driver.RunAsync(crash.Token);
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Disk);
            var request = driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Move), Never);
            crash.Cancel();
            Assert.Equal("", await request);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driving);
            await (await scenario.TakeOverAsync()).RunAsync(Never);
        });
        Assert.Equal(MoveState.Cancelled, scenario.Move.State);
        Assert.Single(scenario.Vm.Migrations);
    }

    [Fact]
    public void Retry_AfterAFailure_SendsAgainInANewAttempt()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Sent = sent => Fail(scenario, sent, "SR_BACKEND_FAILURE_44");
        scenario.Drive();
        Assert.Equal((RunState.DoneWithFailures, "SR_BACKEND_FAILURE_44"), (scenario.RunRecord.State, scenario.Move.Failure!.Code));

        scenario.World.Sent = _ => { };
        Again(scenario, RunRequestKind.RetryMove);
        Assert.Equal((RunState.Done, MoveState.Done, 2), (scenario.RunRecord.State, scenario.Move.State, scenario.Move.Attempt));
        Assert.Equal(2, scenario.Vm.Migrations.Count);
        Assert.Null(scenario.Move.Failure);
    }

    [Fact]
    public void Retry_OfAMoveThatDidArrive_ProvesItWithoutSending()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Vm.AtTarget = vm => vm with { ResidentOn = new("elsewhere") };
        scenario.Drive();
        Assert.Equal(["on-planned-host"], scenario.Move.Failure!.Parameters);

        scenario.Vm.AtTarget = vm => vm;
        Again(scenario, RunRequestKind.RetryMove);
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.Single(scenario.Vm.Migrations);
    }

    [Fact]
    public void Retry_IsRefused_WhileThePoolsAreNotAtRestOrDoNotAnswer()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Sent = sent => Fail(scenario, sent, "SR_BACKEND_FAILURE_44");
        scenario.Drive();
        scenario.World.Sent = _ => { };
        scenario.Thread.Run(async () =>
        {
            var driver = await scenario.TakeOverAsync();
            scenario.World.Send(scenario.Move.Runbook.Order);
            Assert.Equal(RefusalReasons.NotAtRest, await driver.RequestAsync(Scenario.Ask(RunRequestKind.RetryMove, scenario.Move), Never));
            scenario.World.Refuse = (_, _) => new Core.Hypervisors.HypervisorUnreachableException("away");
            Assert.Equal(RefusalReasons.PoolUnreachable, await driver.RequestAsync(Scenario.Ask(RunRequestKind.RetryMove, scenario.Move), Never));
        });
        Assert.Equal(MoveState.Failed, scenario.Move.State);
    }

    [Fact]
    public void Requests_ForWhatDoesNotFit_AreRefusedWithTheReason()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive();
        scenario.Thread.Run(async () =>
        {
            var driver = await scenario.TakeOverAsync();
            async Task RefusedAsync(string reason, RunRequestKind kind, MoveRecord? move) =>
                Assert.Equal(reason, await driver.RequestAsync(Scenario.Ask(kind, move), Never));
            await RefusedAsync(RefusalReasons.RunEnded, RunRequestKind.Pause, null);
            await RefusedAsync(RefusalReasons.RunEnded, RunRequestKind.Cancel, null);
            await RefusedAsync(RefusalReasons.AlreadyEnded, RunRequestKind.CancelMove, scenario.Move);
            await RefusedAsync(RefusalReasons.NotFailed, RunRequestKind.RetryMove, scenario.Move);
            await RefusedAsync(RefusalReasons.NotUnknown, RunRequestKind.DeclareFailed, scenario.Move);
            await RefusedAsync(RefusalReasons.MoveNotFound, RunRequestKind.CancelMove, scenario.Move with { Id = new(Guid.Empty) });
        });
        Assert.Empty(scenario.Lines(JournalKind.OperatorRequest));
    }

    private static void Again(Scenario scenario, RunRequestKind kind) =>
        scenario.Thread.Run(async () =>
        {
            var driver = await scenario.TakeOverAsync();
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(kind, scenario.Move), Never));
            await driver.RunAsync(Never);
        });

    private static void Fail(Scenario scenario, FakeMigration sent, string code)
    {
        sent.StopsAt = scenario.World.Now.AddSeconds(5);
        sent.Error = new(code, ["no space"]);
    }

    /// <summary>One disk, a hundred times as big.</summary>
    private static Core.Hypervisors.VmFacts Slow(Scenario scenario, int index)
    {
        var vm = scenario.World.Vms[scenario.Moves[index].Runbook.Order.Vm];
        var runbook = scenario.Moves[index].Runbook;
        var size = new Core.Quantities.ByteSize(400L << 30);
        scenario.Rewrite(index, move => move with { Runbook = runbook with { Disks = [.. runbook.Disks.Select(disk => disk with { VirtualSize = size })] } });
        return vm.Facts with { Disks = [.. vm.Facts.Disks.Select(disk => disk with { VirtualSize = size })] };
    }
}
