using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Steps;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Steps;

public sealed class StepTests
{
    public static TheoryData<string, Func<VmFacts, VmFacts>> Drifts { get; } = new()
    {
        { FailureCodes.PowerStateChanged, vm => vm with { PowerState = PowerState.Halted } },
        { FailureCodes.DisksChanged, vm => vm with { Disks = [vm.Disks[0]] } },
        { FailureCodes.DisksChanged, vm => vm with { Disks = [.. vm.Disks, vm.Disks[0] with { Id = new("new"), UserDevice = "3" }] } },
        { FailureCodes.DisksResized, vm => vm with { Disks = [vm.Disks[0] with { VirtualSize = new ByteSize(1) }, vm.Disks[1]] } },
        { FailureCodes.InterfacesChanged, vm => vm with { Vifs = [.. vm.Vifs, vm.Vifs[0] with { Id = new("new") }] } },
    };

    public static TheoryData<string, Func<VmFacts, VmFacts>> Disproofs { get; } = new()
    {
        { "running", vm => vm with { PowerState = PowerState.Paused } },
        { "on-planned-host", vm => vm with { ResidentOn = new HostId("elsewhere") } },
        { "disk-size:0", vm => vm with { Disks = [vm.Disks[0] with { VirtualSize = new ByteSize(1) }, vm.Disks[1]] } },
        { "disk-on-planned-sr:1", vm => vm with { Disks = [vm.Disks[0], vm.Disks[1] with { Sr = new SrId("other") }] } },
        { "disk-count", vm => vm with { Disks = [.. vm.Disks, vm.Disks[0] with { UserDevice = "7" }] } },
        { "disk-present:1", vm => vm with { Disks = [vm.Disks[0], vm.Disks[1] with { UserDevice = "7" }] } },
        { "interface-count", vm => vm with { Vifs = [.. vm.Vifs, vm.Vifs[0]] } },
        { "interface-mac:0", vm => vm with { Vifs = [vm.Vifs[0] with { Mac = "52:54:00:00:00:99" }] } },
        { "interface-on-planned-network:0", vm => vm with { Vifs = [vm.Vifs[0] with { Network = new NetworkId("other") }] } },
        { "interface-present:0", vm => vm with { Vifs = [vm.Vifs[0] with { Device = "1" }] } },
    };

    [Theory]
    [MemberData(nameof(Drifts))]
    public void Prepare_WhenTheVmHasChanged_FailsBeforeAnythingIsSent(string code, Func<VmFacts, VmFacts> change)
    {
        var scenario = new Scenario().With().Stored();
        scenario.Vm.Facts = change(scenario.Vm.Facts);
        scenario.Drive();
        Assert.Equal((MoveState.Failed, code, RunbookStep.Prepare), (scenario.Move.State, scenario.Move.Failure!.Code, scenario.Move.Step));
        Assert.Empty(scenario.Vm.Migrations);
    }

    [Fact]
    public void Prepare_WhenSomebodyElseMovesIt_FailsAsBusyOrAlreadyThere()
    {
        var busy = new Scenario().With().Stored();
        busy.World.Send(busy.Move.Runbook.Order);
        busy.Drive();
        Assert.Equal(FailureCodes.VmBusy, busy.Move.Failure!.Code);

        var there = new Scenario().With().Stored();
        there.World.Send(there.Move.Runbook.Order);
        there.Thread.Run(() => there.WaitAsync(60));
        there.Drive();
        Assert.Equal(FailureCodes.VmAlreadyAtTarget, there.Move.Failure!.Code);
    }

    [Fact]
    public void Prepare_OfAWarmMove_IsRefused()
    {
        var scenario = new Scenario().With().Stored();
        var runbook = scenario.Move.Runbook;
        scenario.Rewrite(0, move => move with { Runbook = runbook with { Order = runbook.Order with { Method = MoveMethod.Warm } } });
        scenario.Drive();
        Assert.Equal(FailureCodes.MethodNotSupported, scenario.Move.Failure!.Code);
    }

    [Fact]
    public void Check_RefusedForWhatPasses_AsksAgain()
    {
        var scenario = new Scenario().With().Stored();
        var until = scenario.World.Now.AddMinutes(3);
        scenario.World.Check = _ => scenario.World.Now < until ? new HypervisorError("HOST_DISABLED", ["host"]) : null;
        scenario.Drive();
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.Single(scenario.Lines(JournalKind.Observed), entry => entry.Detail.GetValueOrDefault("refused") == "HOST_DISABLED");
    }

    [Theory]
    [InlineData("VM_INCOMPATIBLE_WITH_THIS_HOST", false, 0, 1)]
    [InlineData("HOST_DISABLED", true, 600, 700)]
    public void Check_RefusedForGood_FailsAtOnceOrAfterTheBound(string code, bool mayRetry, int atLeast, int atMost)
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Check = _ => new HypervisorError(code, ["vm", "host"]);
        var begun = scenario.World.Now;
        scenario.Drive();
        Assert.Equal((code, mayRetry), (scenario.Move.Failure!.Code, scenario.Move.Failure.MayRetry));
        Assert.InRange((scenario.World.Now - begun).TotalSeconds, atLeast, atMost);
        Assert.Empty(scenario.Vm.Migrations);
    }

    [Fact]
    public void Check_WhileItAsksAgain_CanBeCancelled()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Check = _ => new HypervisorError("HOST_DISABLED", ["host"]);
        scenario.Drive(async driver =>
        {
            await scenario.WaitAsync(30);
            await driver.RequestAsync(Scenario.Ask(RunRequestKind.CancelMove, scenario.Move), CancellationToken.None);
        });
        Assert.Equal(MoveState.Cancelled, scenario.Move.State);
    }

    [Fact]
    public void Migrate_WithTheHostFull_TriesAgainInANewAttempt()
    {
        var scenario = new Scenario().With();
        for (var other = 0; other < 3; other++)
        {
            scenario.With($"other{other}");
        }

        scenario.Stored(parallel: 1);
        foreach (var other in scenario.Moves.Skip(1))
        {
            scenario.World.Send(other.Runbook.Order);
        }

        scenario.Drive();
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.True(scenario.Move.Attempt > 1);
        Assert.Equal(scenario.Move.Attempt, scenario.Vm.Migrations.Count);
        Assert.All(scenario.Vm.Migrations.SkipLast(1), refused => Assert.Equal("TOO_MANY_STORAGE_MIGRATES", refused.Error!.Code));
    }

    [Fact]
    public void Migrate_RefusedForGood_FailsAndLeavesNoMark()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Refuse = (call, _) => call == "send" ? new HypervisorException(new HypervisorError("VM_LACKS_FEATURE", ["vm"])) : null;
        scenario.Drive();
        Assert.Equal((MoveState.Failed, "VM_LACKS_FEATURE"), (scenario.Move.State, scenario.Move.Failure!.Code));
        Assert.Null(scenario.Vm.Mark);
    }

    [Theory]
    [MemberData(nameof(Disproofs))]
    public void Verify_WithAPointUnproved_FailsAndNamesIt(string point, Func<VmFacts, VmFacts> change)
    {
        var scenario = new Scenario().With().Stored();
        scenario.Vm.AtTarget = vm => vm.ImportInProgress || vm.PowerState != PowerState.Running ? vm : change(vm);
        scenario.Drive();
        Assert.Equal((MoveState.Failed, FailureCodes.OutcomeNotProved), (scenario.Move.State, scenario.Move.Failure!.Code));
        Assert.Contains(point, scenario.Move.Failure.Parameters);
    }

    [Fact]
    public void Verify_WithALeftover_FailsAndNamesIt()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Vm.Leftovers.Add(new Leftover(Scenario.Old, "VDI", "vdi-left", "base_mirror"));
        scenario.Drive();
        Assert.Equal(["no-leftover:VDI:vdi-left"], scenario.Move.Failure!.Parameters);
        Assert.Single(scenario.Move.Failure.Leftovers);
    }

    [Fact]
    public void Verify_WhoseProofDoesNotHoldTwice_IsUnknown()
    {
        var scenario = new Scenario().With().Stored();
        var looks = 0;
        scenario.Vm.AtTarget = vm => scenario.Move.Step == RunbookStep.Verify && ++looks > 1 ? vm with { PowerState = PowerState.Paused } : vm;
        scenario.Drive(async driver =>
        {
            await scenario.UntilAsync(() => scenario.Move.State == MoveState.Unknown);
            Assert.Equal((FailureCodes.OutcomeNotProved, "running"), (scenario.Move.Failure!.Code, scenario.Move.Failure.Parameters.Single()));
            await driver.RequestAsync(Scenario.Ask(RunRequestKind.DeclareFailed, scenario.Move), CancellationToken.None);
        });
    }

    [Fact]
    public void Verify_WaitsForThePoolsToTidyUp()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Vm.Leftovers.Add(new Leftover(Scenario.Old, "VIF", "vif-db", "source row"));
        scenario.Drive(async _ =>
        {
            await scenario.UntilAsync(() => scenario.Move.Step == RunbookStep.Verify);
            await scenario.WaitAsync(40);
            scenario.Vm.Leftovers.Clear();
        });
        Assert.Equal(MoveState.Done, scenario.Move.State);
    }

    [Fact]
    public void Restore_ThatHasNoEffect_FailsAndNamesWhatIsMissing()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.Refuse = (call, _) => call == "restore" ? new HypervisorException(new HypervisorError("UUID_INVALID", ["VM_appliance", "x"])) : null;
        scenario.Drive();
        Assert.Equal((MoveState.Failed, FailureCodes.AttributesNotRestored), (scenario.Move.State, scenario.Move.Failure!.Code));
        Assert.Equal(["appliance", "blocked-operations", "mark", "UUID_INVALID [VM_appliance, x]"], scenario.Move.Failure.Parameters);
    }
}
