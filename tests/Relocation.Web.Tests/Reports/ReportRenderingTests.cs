using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Reports;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Features.Reports;

namespace Relocation.Web.Tests.Reports;

public sealed class ReportRenderingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);

    private static readonly IStringLocalizer<ReportText> Text =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ReportText>>();

    private static readonly ReportDocument Document = RunReport.Build(new RunReportInput
    {
        Relocation = "Bureau <new>",
        Wave = "Night 1",
        Run = "r-1",
        State = nameof(RunState.DoneWithFailures),
        StartedBy = "li",
        PlanRevision = 4,
        StartedAt = Start,
        FinishedAt = Start.AddMinutes(9),
        Moves =
        [
            Move(1, "web", "Done") with { Measured = new MeasuredFigures(112, 8e9, 1.5, 0.5) },
            Move(2, "=cmd()", "Failed") with { FailureCode = "SR_BACKEND_FAILURE_44", FailureParameters = ["full"], Leftovers = [new Leftover(new PoolId("p"), "VDI", "u", "base_mirror")] },
        ],
        Timeline = [new RunReportEvent(Start, nameof(JournalKind.RunCreated), "", "")],
    });

    [Fact]
    public void EveryKeyOfARunsReport_HasAText()
    {
        var keys = Document.Sections.SelectMany(KeysOf).Append(Document.Key).Append("made-at").Append("none")
            .Concat(Enum.GetNames<JournalKind>().Select(kind => $"event.{kind}"))
            .Concat(Enum.GetNames<MoveState>().Select(state => $"move.{state}"))
            .Concat(Enum.GetNames<RunState>().Select(state => $"run.{state}"));
        Assert.DoesNotContain(keys, key => Text[key].ResourceNotFound);
    }

    [Fact]
    public void Html_EscapesWhatPeopleNamed_AndLoadsNothing()
    {
        var html = new HtmlReport(Text, CultureInfo.InvariantCulture, Start).Render(Document);
        Assert.Contains("Bureau &lt;new&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<new>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("SR_BACKEND_FAILURE_44", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HasALinePerMove_WithFiguresSideBySide_AndNoFormula()
    {
        var lines = new CsvReport(Text).Render(Document).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("Total migration time: Predicted", lines[0], StringComparison.Ordinal);
        Assert.Contains(",112,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=cmd(),", lines[2], StringComparison.Ordinal);
    }

    private static IEnumerable<string> KeysOf(ReportSection section) =>
        section.Facts.SelectMany(fact => KeysOf(fact.Value).Append(fact.Key))
            .Concat(section.Tables.SelectMany(table => table.Rows.SelectMany(row => row.SelectMany(KeysOf)).Concat(table.Columns).Append(table.Key)))
            .Append(section.Key);

    private static IEnumerable<string> KeysOf(ReportCell cell) => cell.Kind is CellKind.Key or CellKind.State ? [cell.Text] : [];

    private static RunReportMove Move(int ordinal, string name, string state) => new()
    {
        Ordinal = ordinal,
        VmName = name,
        Group = "shop",
        State = state,
        Attempts = 1,
        StartedAt = Start,
        FinishedAt = Start.AddMinutes(3),
        Forecast = new MoveForecast
        {
            TimeSeconds = new Estimate(100, 80, 120, 60, 160),
            DataBytes = new Estimate(10e9, 9e9, 11e9, 8e9, 12e9),
            DowntimeSeconds = new Estimate(1, 0.8, 1.2, 0.5, 2),
            Converges = true,
            Terms = [new(ForecastTermKind.DiskCopy, "root", 80, 8e9)],
            Assumptions = [],
        },
    };
}
