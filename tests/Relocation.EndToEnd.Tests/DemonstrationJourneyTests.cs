using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Relocation.EndToEnd.Tests.Browser;
using Relocation.EndToEnd.Tests.Processes;

namespace Relocation.EndToEnd.Tests;

/// <summary>What a newcomer does with the demonstration, in a real browser.</summary>
public sealed class DemonstrationJourneyTests(DemonstrationFixture product, BrowserFixture browser)
{
    private static readonly string[] Pages =
    [
        "/", "/inventory/vms", "/inventory/hosts", "/inventory/storage", "/inventory/networks", "/inventory/pools",
        "/waves", "/mapping", "/readiness", "/runs", "/reports", "/settings", "/settings/import", "/settings/captures", "/settings/accounts",
    ];

    private static readonly string[] Grave = ["serious", "critical"];

    [Fact]
    public async Task SignIn_WatchTheFirstWaveFinish_ReadTheReport_InBothLanguages()
    {
        var page = await browser.NewPageAsync(product.Address);
        List<string> complaints = [];
        page.Console += (_, message) => Note(complaints, message.Type == "error" && !message.Text.Contains("negotiat", StringComparison.Ordinal) ? message.Text : null);
        page.Request += (_, request) => Note(complaints, new Uri(request.Url).Host is "127.0.0.1" or "" ? null : $"request to {request.Url}");

        await page.GotoAsync(product.SignInLink);
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
        await LooksRightAsync(page);

        var run = await product.StartFirstWaveAsync();
        await page.GotoAsync($"/runs/{run}");
        await Assertions.Expect(page.Locator("main, .page, body").First).ToContainTextAsync("dns-01");

        // Live: the page itself turns to the end, without being loaded again.
        await Assertions.Expect(page.Locator(".page-header .state, header").Filter(new() { HasText = "Done" }).First).ToBeVisibleAsync(new() { Timeout = 180_000 });
        using var client = new ProductClient(product.Address);
        var ended = await client.GetAsync($"runs/{run}");
        Assert.Equal("Done", ended.GetProperty("run").GetProperty("state").GetString());
        Assert.All(ended.GetProperty("moves").EnumerateArray(), move => Assert.Equal("Done", move.GetProperty("state").GetString()));

        await page.GotoAsync($"/reports/runs/{run}");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Predicted against measured");
        await page.GotoAsync($"/language?culture=zh-Hans&back=/reports/runs/{run}");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("预测与实测对比");
        Assert.Empty(complaints);
    }

    private static async Task LooksRightAsync(IPage page)
    {
        List<string> wrong = [];
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var path in Pages)
            {
                var response = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
                Assert.True(response!.Ok, $"{path}: {response.Status}");
                await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
                var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Note(wrong, width > 1280 ? $"{path} is {width} pixels wide at 1280." : null);
                var axe = await page.RunAxe();
                foreach (var violation in axe.Violations.Where(violation => Grave.Contains(violation.Impact)))
                {
                    Note(wrong, $"{path} ({scheme}): {violation.Id} at {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static void Note(List<string> complaints, string? complaint)
    {
        if (complaint is not null)
        {
            lock (complaints)
            {
                complaints.Add(complaint);
            }
        }
    }
}
