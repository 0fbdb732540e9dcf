using Relocation.Core.Hypervisors;
using Relocation.Core.Runbooks;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Steps;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Driving;

/// <summary>What a pool forgets, does not answer or contradicts.</summary>
public sealed class UnknownTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public void CoordinatorRestart_WhileDisksAreCopied_IsATaskLost()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive(async _ =>
        {
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Disk);
            scenario.World.RestartCoordinator();
        });
        Assert.Equal((MoveState.Failed, FailureCodes.TaskLost, true), (scenario.Move.State, scenario.Move.Failure!.Code, scenario.Move.Failure.MayRetry));
        Assert.Single(scenario.Vm.Migrations);
        Assert.Single(scenario.Lines(JournalKind.Observed), entry => entry.Detail.GetValueOrDefault("status") == "forgotten");
    }

    [Fact]
    public void CoordinatorRestart_WhileMemoryMoves_IsSettledByFacts()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive(async _ =>
        {
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Memory);
            scenario.World.RestartCoordinator();
        });
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.Null(scenario.Move.Measured!.TimeSeconds);
        Assert.NotNull(scenario.Move.Measured!.DowntimeSeconds);
    }

    [Fact]
    public void SendWithoutEffect_IsSentAgain_OnlyAfterTheFactsStoodStill()
    {
        var scenario = new Scenario().With().Stored();
        var lost = 0;
        scenario.World.Refuse = (call, _) => call == "mark" && lost++ == 0 ? new HypervisorUnreachableException("away") : null;
        scenario.Drive();
        Assert.Equal((MoveState.Done, 1), (scenario.Move.State, scenario.Move.Attempt));
        var intents = scenario.Lines(JournalKind.Intent).Where(entry => entry.Detail["call"] == "send").ToList();
        Assert.Equal(2, intents.Count);
        Assert.True(intents[1].At - intents[0].At >= scenario.Options.SettleFor);
        Assert.Single(scenario.Vm.Migrations);
    }

    [Fact]
    public void SendThatLeftItsMarkOnly_IsUnknown_UntilAPersonDecides()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Refuse = (call, _) => call == "send" ? new HypervisorUnreachableException("away") : null;
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.State == MoveState.Unknown);
            Assert.Equal((FailureCodes.SendUnanswered, "mark"), (scenario.Move.Failure!.Code, scenario.Move.Failure.Parameters.Single()));
            Assert.Equal(RefusalReasons.OutcomeUnknown, await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Move), Never));
            Assert.Equal(RefusalReasons.OutcomeUnknown, await driver.RequestAsync(Scenario.Ask(RunRequestKind.RetryMove, scenario.Move), Never));

            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.ObserveAgain, scenario.Move), Never));
            await scenario.UntilAsync(() => scenario.Move.State == MoveState.Unknown);
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.DeclareFailed, scenario.Move), Never));
        });
        Assert.Equal((MoveState.Failed, FailureCodes.DeclaredFailed), (scenario.Move.State, scenario.Move.Failure!.Code));
        Assert.Empty(scenario.Vm.Migrations);
    }

    [Fact]
    public void ObserveAgain_WhenItHasArrivedMeanwhile_GoesOn()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.LosesAnswer = (call, _) => call == "send";
        scenario.Options.UnreachableFor = TimeSpan.FromSeconds(20);
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.Task is not null);
            scenario.World.Refuse = (_, _) => new HypervisorUnreachableException("away");
            await scenario.UntilAsync(() => scenario.Move.State == MoveState.Unknown);
            Assert.Equal(FailureCodes.PoolUnreachable, scenario.Move.Failure!.Code);
            scenario.World.Refuse = (_, _) => null;
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.ObserveAgain, scenario.Move), Never));
        });
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.Single(scenario.Vm.Migrations);
    }

    [Fact]
    public void Pool_AwayForAWhile_OnlyDelays()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive(async _ =>
        {
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Disk);
            scenario.World.Refuse = (_, _) => new HypervisorUnreachableException("away");
            await scenario.WaitAsync(600);
            scenario.World.Refuse = (_, _) => null;
        });
        Assert.Equal(MoveState.Done, scenario.Move.State);
    }

    [Fact]
    public void TaskThatSaysSuccess_WhileTheVmHasNotCome_IsUnknown()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Vm.Stays = true;
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.State == MoveState.Unknown);
            Assert.Equal((FailureCodes.SuccessNotSeen, RunbookStep.Migrate), (scenario.Move.Failure!.Code, scenario.Move.Step));
            await driver.RequestAsync(Scenario.Ask(RunRequestKind.DeclareFailed, scenario.Move), Never);
        });
        Assert.Single(scenario.Vm.Migrations);
    }

    [Fact]
    public void SecondAttempt_WhoseSendHadNoEffect_IsNotJudgedByTheFirstOnesTask()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Sent = sent => (sent.StopsAt, sent.Error) = (scenario.World.Now.AddSeconds(5), new HypervisorError("SR_BACKEND_FAILURE_44", []));
        scenario.Drive();
        Assert.Equal(MoveState.Failed, scenario.Move.State);

        scenario.World.Sent = _ => { };
        var lost = 0;
        scenario.World.Refuse = (call, _) => call == "mark" && lost++ == 0 ? new HypervisorUnreachableException("away") : null;
        scenario.Thread.Run(async () =>
        {
            var driver = await scenario.TakeOverAsync();
            Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.RetryMove, scenario.Move), Never));
            await driver.RunAsync(Never);
        });
        Assert.Equal((MoveState.Done, 2), (scenario.Move.State, scenario.Move.Attempt));
        Assert.Equal(2, scenario.Vm.Migrations.Count);
    }

    [Fact]
    public void Vm_GoneFromBothPools_IsUnknown()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.Progress?.Phase == MovePhase.Disk);
            scenario.Vm.Vanished = true;
            scenario.World.RestartCoordinator();
            await scenario.UntilAsync(() => scenario.Move.State == MoveState.Unknown);
            await driver.RequestAsync(Scenario.Ask(RunRequestKind.DeclareFailed, scenario.Move), Never);
        });
        Assert.Equal([FailureCodes.VmInNeitherPool], scenario.Move.Failure!.Parameters);
    }
}
