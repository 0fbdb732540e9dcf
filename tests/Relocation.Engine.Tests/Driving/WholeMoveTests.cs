using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Feed;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Driving;

public sealed class WholeMoveTests
{
    [Fact]
    public void LiveMove_GoesThroughItsPhases_AndIsMeasured()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive();

        Assert.Equal((RunState.Done, MoveState.Done), (scenario.RunRecord.State, scenario.Move.State));
        var phases = scenario.Lines(JournalKind.PhaseChanged).Select(entry => $"{entry.Detail["phase"]} {entry.Detail["disk"]}".Trim()).ToList();
        Assert.Equal(["Disk db-a", "Disk db-b", "Memory", "HandOver", "CleanUp"], phases);

        var (time, resolution) = (scenario.Move.Measured!, scenario.Move.Measured!.DowntimeResolutionSeconds!.Value);
        Assert.InRange(time.TimeSeconds!.Value, 21.5, 22.5);
        Assert.InRange(time.DowntimeSeconds!.Value, 1.5 - resolution, 1.5 + resolution);
        Assert.InRange(resolution, 0.01, 0.75);
        Assert.Equal(6L << 30, time.DataBytes);
    }

    [Fact]
    public void LiveMove_PassesThePointOfNoReturn_WhenMemoryBegins()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive();
        var byPhase = scenario.Lines(JournalKind.PhaseChanged).Select(entry => (entry.Detail["phase"], entry.Detail["point-of-no-return"])).Distinct();
        Assert.Equal([("Disk", "ahead"), ("Memory", "passed"), ("HandOver", "passed"), ("CleanUp", "passed")], byPhase);
    }

    [Fact]
    public void ColdMove_KeepsTheVmHalted_AndHasNoPause()
    {
        var scenario = new Scenario().With(method: MoveMethod.Cold).Stored();
        scenario.Drive();
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.Null(scenario.Move.Measured!.DowntimeSeconds);
        Assert.Equal(17, scenario.Move.Measured!.TimeSeconds);
        Assert.DoesNotContain(scenario.Lines(JournalKind.PhaseChanged), entry => entry.Detail["phase"] is "Memory" or "HandOver");
    }

    [Fact]
    public void Progress_IsToldAtEveryPoll_ButJournalledOnlyWithPhases()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive();
        var progress = scenario.Pulses.Where(pulse => pulse.Move is not null).Select(pulse => ProgressText.Read(pulse.Progress)!).ToList();
        Assert.InRange(progress.Count, 15, 60);
        Assert.Equal(progress.Select(one => one.BytesDone), progress.Select(one => one.BytesDone).Order());
        Assert.Contains(progress, one => one is { Phase: MovePhase.Disk, DiskNumber: 2, BytesPerSecond: > 0.4e9 and < 0.7e9 });
        Assert.InRange(scenario.Journal.Entries(scenario.Run).Count, 20, 40);
    }

    [Fact]
    public void Steps_OfTheRunbook_AreTheItinerary()
    {
        var scenario = new Scenario().With(steps: [RunbookStep.Prepare, RunbookStep.Migrate, RunbookStep.Verify]).Stored();
        scenario.Drive();
        Assert.Equal(
            [RunbookStep.Prepare, RunbookStep.Migrate, RunbookStep.Verify],
            scenario.Lines(JournalKind.StepSucceeded).Select(entry => entry.Step!.Value));
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.False(scenario.Vm.AttributesRestored);
    }

    [Fact]
    public void Attributes_AreBackAndTheMarkIsGone()
    {
        var scenario = new Scenario().With().Stored();
        scenario.Drive();
        Assert.Equal(("weather", "precious"), (scenario.Move.Attributes!.Appliance, scenario.Move.Attributes.BlockedOperations["destroy"]));
        Assert.True(scenario.Vm.AttributesRestored);
        Assert.Null(scenario.Vm.Mark);
    }
}
