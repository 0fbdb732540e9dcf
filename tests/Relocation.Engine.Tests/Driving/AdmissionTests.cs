using CsCheck;
using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Driving;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Driving;

public sealed class AdmissionTests
{
    [Fact]
    public void Wave_OfAnyShape_KeepsItsLimitsAndTheOrderOfEachHost() =>
        Check.Sample(
            Gen.Select(Gen.Int[0, 3].Array[1, 10], Gen.Int[1, 8]),
            wave => Drive(wave.Item1, wave.Item2),
            iter: 40);

    [Fact]
    public void Next_WithABusyHost_LetsAnotherHostGo()
    {
        var scenario = new Scenario().With("a").With("b").With("c").With("d").With("e", host: new HostId("other")).Stored();
        var moves = scenario.Moves.Select((move, index) => index < 3 ? move with { State = MoveState.Running } : move).ToList();
        Assert.Equal(scenario.Moves[4].Id, Admission.Next(scenario.RunRecord, moves, 3));
    }

    [Fact]
    public void Next_WithUnknownMoves_CountsThemAsSending()
    {
        var scenario = new Scenario().With("a").With("b").With("c").With("d").Stored();
        var moves = scenario.Moves.Select((move, index) => index < 3 ? move with { State = MoveState.Unknown, Step = RunbookStep.Migrate } : move).ToList();
        Assert.Null(Admission.Next(scenario.RunRecord, moves, 3));
    }

    /// <summary>Number 3 stands for a VM that does not run: the pool chooses who sends it.</summary>
    private static void Drive(int[] hosts, int parallel)
    {
        var scenario = new Scenario();
        for (var index = 0; index < hosts.Length; index++)
        {
            scenario.With($"vm{index}", hosts[index] == 3 ? MoveMethod.Cold : MoveMethod.Live, new HostId($"host{hosts[index]}"));
        }

        scenario.Stored(parallel).Drive();
        Assert.Equal(RunState.Done, scenario.RunRecord.State);
        Assert.InRange(scenario.World.MostAtOnce, 1, 3);

        var running = 0;
        foreach (var entry in scenario.Journal.Entries(scenario.Run))
        {
            running += entry.Kind == JournalKind.MoveAdmitted ? 1 : entry.Kind == JournalKind.MoveEnded ? -1 : 0;
            Assert.InRange(running, 0, parallel);
        }

        var admitted = scenario.Lines(JournalKind.MoveAdmitted).Select(entry => scenario.Moves.Single(move => move.Id == entry.Move)).ToList();
        Assert.Equal(hosts.Length, admitted.Count);
        Assert.All(admitted.GroupBy(move => move.Runbook.SourceHost), host => Assert.Equal(host.OrderBy(move => move.Ordinal), host));
    }
}
