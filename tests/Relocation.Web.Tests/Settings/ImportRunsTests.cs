using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Relocation.Data.Access;
using Relocation.Data.Inventory;
using Relocation.Web.Access;
using Relocation.Web.Features;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Settings;
using TestContext = Xunit.TestContext;

namespace Relocation.Web.Tests.Settings;

public sealed class ImportRunsTests
{
    private static readonly Actor Planner = new("li", Role.Planner);
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Start_TellsBytesThenObjectsThenTheEnd()
    {
        var shares = new List<double?>();
        ImportRuns? runs = null;
        runs = Runs(async (actor, content, name, progress, token) =>
        {
            var buffer = new byte[60];
            while (await content.ReadAsync(buffer, token) > 0)
            {
                shares.Add(runs!.All[0].Share);
            }

            progress!.Report(new ImportProgress(5, 10));
            shares.Add(runs!.All[0].Share);
            return new ImportOutcome(null, ActionOutcome.Success);
        });

        var (run, ended) = runs.Start(Planner, new MemoryStream(new byte[100]), "pool.xml", 100);
        Assert.Equal(("li", "pool.xml"), (run.By, run.Name));
        await ended;

        Assert.Equal([0.3, null, 0.75], shares);
        Assert.True(runs.All[0].Result!.Outcome.Done);
        Assert.Equal(time.GetUtcNow(), runs.All[0].EndedAt);
    }

    [Fact]
    public async Task Cancel_StopsTheWork_AndSaysSo()
    {
        var runs = Runs(async (_, _, _, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, token);
            throw new InvalidOperationException("unreachable");
        });
        var (run, ended) = runs.Start(Planner, Stream.Null, "pool.xml", 0);
        runs.Cancel(run.Id);
        await ended;
        Assert.True(runs.All[0].Cancelled);
        Assert.NotNull(runs.All[0].EndedAt);
        runs.Cancel(run.Id);
    }

    [Fact]
    public async Task Work_ThatThrows_EndsAsRefusedWithTheCause()
    {
        var runs = Runs((_, _, _, _, _) => throw new IOException("disk full"));
        await runs.Start(Planner, Stream.Null, "pool.xml", 0).Ended;
        var outcome = runs.All[0].Result!.Outcome;
        Assert.Equal(("import-failed", "disk full"), (outcome.Code, outcome.Parameters["message"]));
    }

    [Fact]
    public async Task All_NewestFirst_AndNotForEver()
    {
        var runs = Runs((_, _, _, _, _) => Task.FromResult(new ImportOutcome(null, ActionOutcome.Success)));
        for (var number = 0; number < 25; number++)
        {
            await runs.Start(Planner, Stream.Null, $"{number}.xml", 0).Ended;
        }

        Assert.Equal(20, runs.All.Count);
        Assert.Equal("24.xml", runs.All[0].Name);
    }

    [Fact]
    public async Task Changed_IsRaisedAtEveryStep()
    {
        var changes = 0;
        var runs = Runs((_, _, _, progress, _) =>
        {
            progress!.Report(new ImportProgress(1, 2));
            return Task.FromResult(new ImportOutcome(null, ActionOutcome.Success));
        });
        runs.Changed += () => changes++;
        await runs.Start(Planner, Stream.Null, "pool.xml", 0).Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, changes);
    }

    private ImportRuns Runs(ImportWork work) => new(work, time, NullLogger<ImportRuns>.Instance);
}
