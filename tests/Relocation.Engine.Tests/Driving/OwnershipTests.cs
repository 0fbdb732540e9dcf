using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Driving;

public sealed class OwnershipTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(24)]
    public void OldOwner_AfterTakeOver_WritesNothingMoreAndSendsNothing(double takenOverAfter)
    {
        var scenario = new Scenario().With().With("web").Stored(parallel: 1);
        scenario.Thread.Run(async () =>
        {
            var old = (await scenario.TakeOverAsync()).RunAsync(CancellationToken.None);
            await scenario.WaitAsync(takenOverAfter);
            var fresh = (await scenario.TakeOverAsync()).RunAsync(CancellationToken.None);
            await Assert.ThrowsAsync<StaleOwnerException>(() => old);
            await fresh;
        });

        Assert.Equal(RunState.Done, scenario.RunRecord.State);
        Assert.Equal(2, scenario.RunRecord.Epoch);
        Assert.All(scenario.World.Vms.Values, vm => Assert.Single(vm.Migrations));
        Assert.Equal(2, scenario.Lines(JournalKind.MoveEnded).Count());
    }

    [Fact]
    public void OldOwner_FrozenBetweenIntentAndSending_IsRefusedByThePoolWhenItThaws()
    {
        var scenario = new Scenario().With().Stored();
        var thaw = new TaskCompletionSource();
        scenario.Thread.Run(async () =>
        {
            var old = (await scenario.TakeOverAsync(beforeMark: () => thaw.Task)).RunAsync(CancellationToken.None);
            await scenario.UntilAsync(() => scenario.Lines(JournalKind.Intent).Any());
            var fresh = (await scenario.TakeOverAsync()).RunAsync(CancellationToken.None);
            await scenario.UntilAsync(() => scenario.Vm.Migrations.Count > 0);
            thaw.SetResult();
            await Assert.ThrowsAsync<StaleOwnerException>(() => old);
            await fresh;
        });

        Assert.Single(scenario.Vm.Migrations);
        Assert.Equal(MoveState.Done, scenario.Move.State);
    }

    [Fact]
    public void Send_WhoseAnswerIsLost_IsAdoptedAndNotRepeated()
    {
        var scenario = new Scenario().With().Stored();
        scenario.World.LosesAnswer = (call, _) => call == "send";
        scenario.Drive();
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.Single(scenario.Vm.Migrations);
        Assert.Equal("task-1", Assert.Single(scenario.Lines(JournalKind.Adopted)).Detail["task"]);
    }
}
