using Relocation.EndToEnd.Tests.Processes;

namespace Relocation.EndToEnd.Tests;

public sealed class ApiWalkThroughTests
{
    [Fact]
    public Task WalkThrough_AsWritten_EndsInAReportOfMovesDone() => FollowAsync([]);

    [Fact]
    public Task WalkThrough_OfTwoRealPools_EndsInAReportOfMovesDone()
    {
        var dumps = Checkout.SharedData is { } data ? Path.Combine(data, "pool-dumps") : null;
        Assert.SkipWhen(dumps is null, "The real pool databases are not present.");
        return FollowAsync(new Dictionary<string, string>
        {
            ["SOURCE_DB"] = Path.Combine(dumps, "tampa-poolof16and23-xapi-db.xml"),
            ["TARGET_DB"] = Path.Combine(dumps, "tampa_poolofone_40.xml"),
        });
    }

    private static async Task FollowAsync(Dictionary<string, string> environment)
    {
        var work = Directory.CreateTempSubdirectory("relocation-walk-");
        try
        {
            environment["WORK"] = work.FullName;
            environment["PORT"] = $"{FreePorts.Take(1)[0]}";
            environment["CONFIGURATION"] = Checkout.Configuration;
            var script = WalkThrough.ScriptOf(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs/how-to/drive-by-api.md"), TestContext.Current.CancellationToken));
            await Shell.RunAsync(script, environment, TestContext.Current.CancellationToken);

            var rows = await File.ReadAllLinesAsync(Path.Combine(work.FullName, "report.csv"), TestContext.Current.CancellationToken);
            var moves = rows.Where(row => row.Contains("Done", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(moves);
            Assert.DoesNotContain(rows, row => row.Contains("Failed", StringComparison.Ordinal));
            Assert.Contains("<html", await File.ReadAllTextAsync(Path.Combine(work.FullName, "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
