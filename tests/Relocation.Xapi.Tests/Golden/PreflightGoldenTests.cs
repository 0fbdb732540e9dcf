using Relocation.Core.Preflight;

namespace Relocation.Xapi.Tests.Golden;

/// <summary>Preflight against a real xapi: from the two databases alone, what it would answer to the send.</summary>
public sealed class PreflightGoldenTests
{
    /// <summary>Cases in which preflight and xapi may differ, and why.</summary>
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["041-vdi-map-partial"] = "The call maps one of two disks of one SR; a plan maps SRs.",
        ["056-uuid-dup-halted-older"] = "XAPI destroys the older copy without asking; we refuse.",
        ["076-cd-inserted"] = "The recorded failure is one of the simulated back end.",
        ["091-source-pbd-unplugged-one"] = "XAPI chooses the sender; inventory does not tell which.",
        ["140-token-empty"] = "The call is broken on purpose.",
        ["141-token-dead-session"] = "The call is broken on purpose.",
        ["143-token-no-route"] = "Routes are not in the inventory.",
        ["201-other-operation-in-progress"] = "XAPI waits up to two hours; we wait before sending.",
        ["202-too-many-storage-migrates"] = "The engine admits three per host.",
        ["228-suspend-image-not-accessible"] = "The call leaves the suspend image out; a plan maps it or is refused.",
    };

    [Fact]
    public async Task Preflight_ForeseesWhatXapiAnswers()
    {
        var folder = FolderAbove(AppContext.BaseDirectory, Path.Combine("shared", "data", "golden", "cases"));
        Assert.SkipWhen(folder is null, "Recorded cases are not present");
        List<string> wrong = [];
        var compared = 0;
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (await GoldenCase.ReadAsync(path, TestContext.Current.CancellationToken) is not { } golden || Differences.ContainsKey(golden.Name))
            {
                continue;
            }

            compared++;
            var blocks = PreflightRunner.Run(golden.Plan, golden.Inventory).Findings.Where(finding => finding.Severity is Severity.Blocks).ToList();
            var foreseen = golden.Outcome == "success"
                ? blocks.Count == 0
                : blocks.Any(finding => finding.Predicts is { } error && golden.Outcome.Contains(error.Code, StringComparison.Ordinal));
            if (!foreseen)
            {
                wrong.Add($"{golden.Name}: xapi says {golden.Outcome}; preflight says {string.Join(", ", blocks.Select(finding => finding.Code))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.NotEqual(0, compared);
    }

    private static string? FolderAbove(string start, string relative)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
