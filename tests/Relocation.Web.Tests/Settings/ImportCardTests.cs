using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Relocation.Web.Features;
using Relocation.Web.Features.Inventory;
using Relocation.Web.Features.Settings;
using Relocation.Web.Tests.Ui;

namespace Relocation.Web.Tests.Settings;

public sealed class ImportCardTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);
    private readonly BunitContext context = InterfaceContext.Create();

    public void Dispose() => context.Dispose();

    [Fact]
    [UseCulture("en")]
    public void Card_Refused_NamesPlaceCauseAndRemedy()
    {
        var card = Render(Refused("truncated", 12, 7));
        Assert.Equal("“pool.xml” cannot be read: line 12, column 7", card.Find(".error h2").TextContent);
        Assert.Contains("The file ends before the database does.", card.Find(".error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Take the dump anew", card.Find(".error").TextContent, StringComparison.Ordinal);
        Assert.Contains("the reader's own words", card.Find(".error pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [UseCulture("zh-Hans")]
    public void Card_Refused_IsChineseForAChineseReader()
    {
        var card = Render(Refused("truncated", 12, 7));
        Assert.Equal("无法读取“pool.xml”：第 12 行，第 7 列", card.Find(".error h2").TextContent);
        Assert.Contains("文件在数据库结束之前就中断了", card.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [UseCulture("en")]
    public void Card_UnknownReason_ShowsTheReadersWords() =>
        Assert.Contains("the reader's own words", Render(Refused("something-new", 0, 0)).Find(".error p").TextContent, StringComparison.Ordinal);

    [Fact]
    [UseCulture("en")]
    public void Card_GoingOn_ShowsAmountRateAndCancel()
    {
        var cancelled = 0;
        var run = Run() with { Size = 1L << 30, Received = 1L << 29 };
        var card = context.Render<ImportCard>(part => part.Add(p => p.Run, run).Add(p => p.Now, Start.AddSeconds(4)).Add(p => p.Cancel, () => cancelled++));
        Assert.Equal("Receiving 512.0 MiB of 1.0 GiB, 128.0 MiB/s", card.Find(".progress-word").TextContent);
        Assert.Equal("25", card.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        card.Find("button").Click();
        Assert.Equal(1, cancelled);
    }

    [Fact]
    [UseCulture("en")]
    public void Card_Cancelled_SaysThatNothingWasStored() =>
        Assert.Contains("nothing was stored", Render(Run() with { Cancelled = true, EndedAt = Start }).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData("src/Relocation.Xapi/Databases/DatabaseErrors.cs")]
    [InlineData("src/Relocation.Xapi/Databases/DatabaseScanner.cs")]
    public void Texts_EveryCodeOfTheReader_HasOne(string source)
    {
        var codes = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Path.Combine(Checkout.Root, source)), "At\\((?:place|reached|new RecordPlace\\([^)]*\\)), \"([a-z-]+)\"").Select(match => match.Groups[1].Value).Distinct().ToList();
        var text = context.Services.GetRequiredService<IStringLocalizer<SettingsText>>();
        Assert.NotEmpty(codes);
        Assert.DoesNotContain(codes, code => text["Import-" + code].ResourceNotFound);
    }

    private static ImportRun Run() => new(Guid.Empty, "li", "pool.xml", 100, 100, null, Start);

    private static ImportRun Refused(string reason, int line, int column) => Run() with
    {
        EndedAt = Start.AddSeconds(2),
        Result = new ImportOutcome(null, ActionOutcome.Refused("import-refused", ("reason", reason), ("file", "pool.xml"), ("line", $"{line}"), ("column", $"{column}"), ("message", "the reader's own words"))),
    };

    private IRenderedComponent<ImportCard> Render(ImportRun run) => context.Render<ImportCard>(part => part.Add(p => p.Run, run).Add(p => p.Now, Start));
}
