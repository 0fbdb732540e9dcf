using Relocation.Core.Runbooks;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Driving;

/// <summary>The process dies at every point, before and after every effect, and another one goes on from the journal and the pools alone.</summary>
public sealed class CrashTests
{
    /// <summary>Between the mark and the answer nobody can know; only there may a person be asked.</summary>
    private static readonly string[] NobodyCanKnow = ["after mark", "before send"];

    [Fact]
    public void Move_CrashAtEveryPoint_SendsOnceAndEnds()
    {
        var point = 0;
        while (CrashAt(++point) is { } died)
        {
            Assert.True(point < 2000, died);
        }

        // Steps, writes and calls of one whole move: fewer would mean that the crashes miss most of it.
        Assert.InRange(point, 100, 2000);
    }

    [Fact]
    public void Move_CrashesTwice_SendsOnceAndEnds() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[1, 150], CsCheck.Gen.Int[1, 60], CsCheck.Gen.Int[1, 60]),
            points => Drive(points.Item1, points.Item2, points.Item3),
            iter: 150);

    private static string? CrashAt(int point) => Drive(point).DiedAt;

    private static Life Drive(params int[] points)
    {
        var scenario = new Scenario().With().Stored();
        var lives = points.Select(point => new Life(point)).Append(new Life()).ToList();
        var asked = 0;
        scenario.Thread.Run(async () =>
        {
            foreach (var life in lives)
            {
                asked += await LiveAsync(scenario, life);
                if (life.DiedAt is null)
                {
                    return;
                }
            }
        });

        AssertSound(scenario, lives, asked);
        return lives[0];
    }

    private static async Task<int> LiveAsync(Scenario scenario, Life life)
    {
        var asked = 0;
        try
        {
            var driver = await scenario.TakeOverAsync(life);
            var driving = driver.RunAsync(CancellationToken.None);
            while (!driving.IsCompleted)
            {
                await scenario.WaitAsync(1);
                if (scenario.Move.State == MoveState.Unknown)
                {
                    asked++;
                    Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.DeclareFailed, scenario.Move), CancellationToken.None));
                    Assert.Equal("", await driver.RequestAsync(Scenario.Ask(RunRequestKind.RetryMove, scenario.Move), CancellationToken.None));
                }

                if (driving.IsCompletedSuccessfully && !scenario.RunRecord.State.HasEnded())
                {
                    // The run was over until the retry made it go on.
                    driving = driver.RunAsync(CancellationToken.None);
                }
            }

            await driving;
        }
        catch (ProcessDiedException)
        {
            // The next life goes on.
        }

        return asked;
    }

    private static void AssertSound(Scenario scenario, IReadOnlyList<Life> lives, int asked)
    {
        var where = string.Join(", ", lives.Select(life => life.DiedAt));
        Assert.True(scenario.RunRecord.State == RunState.Done, $"{where}: {scenario.RunRecord.State} {scenario.Move.Failure}");
        Assert.Equal(MoveState.Done, scenario.Move.State);
        Assert.True(scenario.World.Sends(scenario.Move.Runbook.Order.Vm) == 1, where);
        Assert.Null(scenario.Vm.Source(scenario.World.Now));
        Assert.NotNull(scenario.Vm.Target(scenario.World.Now, scenario.Move.Runbook.Order));
        Assert.True(scenario.Vm.AttributesRestored && scenario.Vm.Mark is null, where);
        Assert.True(asked == 0 || lives.Any(life => NobodyCanKnow.Contains(life.DiedAt)), $"A person was asked after {where}.");
        AssertJournal(scenario);
    }

    private static void AssertJournal(Scenario scenario)
    {
        var entries = scenario.Journal.Entries(scenario.Run);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.Single(scenario.Lines(JournalKind.MoveEnded));
        var ended = scenario.Lines(JournalKind.StepSucceeded).Concat(scenario.Lines(JournalKind.StepSkipped)).Select(entry => entry.Step!.Value).ToHashSet();
        Assert.Equal(Enum.GetValues<RunbookStep>().ToHashSet(), ended);

        // Whatever was sent was intended first.
        var intents = scenario.Lines(JournalKind.Intent).Where(entry => entry.Detail["call"] == "send").Select(entry => entry.At).ToList();
        Assert.All(scenario.Vm.Migrations, sent => Assert.Contains(intents, intent => intent <= sent.StartedAt));
    }
}
