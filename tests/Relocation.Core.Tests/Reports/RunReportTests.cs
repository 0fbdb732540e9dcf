using System.Globalization;
using System.Text;
using Relocation.Core.Estimation;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Reports;
using Relocation.Core.Tests.Fixtures;

namespace Relocation.Core.Tests.Reports;

public sealed class RunReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 22, 0, 0, TimeSpan.Zero);

    private static readonly RunReportInput Input = new()
    {
        Relocation = "Weather bureau",
        Wave = "Wave 1",
        Run = "00000000-0000-0000-0000-0000000000aa",
        State = "DoneWithFailures",
        StartedBy = "anna",
        PlanRevision = 7,
        StartedAt = Start,
        FinishedAt = Start.AddMinutes(21),
        Moves =
        [
            Move(1, "web", "Done") with { Forecast = Forecast(100), Measured = new MeasuredFigures(112, 9e9, 1.5, 0.5) },
            Move(2, "db", "Done") with { Forecast = Forecast(200), Measured = new MeasuredFigures(900, null, null, null) },
            Move(3, "mail", "Failed") with
            {
                Forecast = Forecast(50),
                FailureCode = "SR_BACKEND_FAILURE_44",
                FailureParameters = ["", "There is insufficient space"],
                Leftovers = [new Leftover(new PoolId("target-pool"), "VDI", "vdi-1", "base_mirror")],
            },
            Move(4, "old", "Cancelled"),
        ],
        Timeline = [new(Start, "RunStateChanged", "", "state=Running"), new(Start.AddSeconds(3), "MoveAdmitted", "web", "")],
    };

    [Fact]
    public void Report_IsAsApproved() => Approved.Matches("run-report.txt", Text(RunReport.Build(Input)));

    [Fact]
    public void EveryRow_HasACellPerColumn()
    {
        foreach (var table in RunReport.Build(Input).Sections.SelectMany(section => section.Tables))
        {
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        }
    }

    [Fact]
    public void Sums_TakeOnlyMovesWithBothFigures_AndErrorsAreOfThePrediction()
    {
        var sums = RunReport.Build(Input).Sections.Single(section => section.Key == "section.accuracy").Tables[0];
        var time = sums.Rows[0];
        Assert.Equal((300, 1012), (time[1].Number, time[4].Number));
        Assert.Equal((1012 - 300) / 300.0, time[6].Number);
        Assert.Equal("interval.outside", time[7].Text);
        Assert.Equal((2, 1), (time[8].Number, time[9].Number));
        Assert.Equal((CellKind.Empty, CellKind.Percent), (time[5].Kind, time[6].Kind));
    }

    [Theory]
    [InlineData(6.0, 0.5, true, false)]
    [InlineData(6.0, 5.5, false, true)]
    public void APauseSeenCoarsely_HasNoErrorOfItsOwn_AndMayStillLieInside(double measured, double resolution, bool hasError, bool inside)
    {
        var move = Move(1, "web", "Done") with { Forecast = Forecast(100), Measured = new MeasuredFigures(null, null, measured, resolution) };
        var pauses = RunReport.Build(Input with { Moves = [move] }).Sections.Single(section => section.Key == "section.accuracy").Tables.Single(table => table.Key == "figure.downtime");
        Assert.Equal(resolution, pauses.Rows[0][5].Number);
        Assert.Equal(hasError, pauses.Rows[0][6].Kind is CellKind.Percent);
        Assert.Equal(inside ? "interval.inside" : "interval.outside", pauses.Rows[0][7].Text);
    }

    [Fact]
    public void ARunWithoutMoves_HasAReport() => Assert.Equal(5, RunReport.Build(Input with { Moves = [], Timeline = [], StartedAt = null }).Sections.Count);

    [Fact]
    public void Readiness_IsAsApproved()
    {
        var world = new TestRelocation(vm => vm with { VusbCount = 1 });
        world.Add(world.Source.Vm("db"));
        var plan = world.Proposed;
        Approved.Matches("readiness-report.txt", Text(ReadinessReport.Build(plan, world.Inventory, PreflightRunner.Run(plan, world.Inventory), Start)));
    }

    private static RunReportMove Move(int ordinal, string vm, string state) => new()
    {
        Ordinal = ordinal,
        VmName = vm,
        Group = "shop",
        State = state,
        Attempts = 1,
        StartedAt = Start.AddMinutes(ordinal),
        FinishedAt = Start.AddMinutes(ordinal + 3),
    };

    private static MoveForecast Forecast(double seconds) => new()
    {
        TimeSeconds = Interval.Lognormal(seconds, 0.3),
        DataBytes = Interval.Lognormal(10e9, 0.1),
        DowntimeSeconds = Interval.Lognormal(1, 0.5),
        Converges = true,
        Terms = [new(ForecastTermKind.DiskCopy, "root", seconds, 8e9), new(ForecastTermKind.MemoryRounds, "", 0, 2e9)],
        Assumptions = [],
    };

    private static string Text(ReportDocument document)
    {
        var text = new StringBuilder();
        Line($"{document.Key}: {document.Name}");
        foreach (var section in document.Sections)
        {
            Line($"\n# {section.Key}");
            foreach (var (key, cell) in section.Facts)
            {
                Line($"{key} = {Show(cell)}");
            }

            foreach (var table in section.Tables)
            {
                Line($"## {table.Key}");
                Line(string.Join(" | ", table.Columns));
                table.Rows.ToList().ForEach(row => Line(string.Join(" | ", row.Select(Show))));
            }
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Show(ReportCell cell) => cell.Kind switch
    {
        CellKind.Empty => "-",
        CellKind.Text => $"\"{cell.Text}\"",
        CellKind.Key or CellKind.State => $"{cell.Kind}:{cell.Text}",
        CellKind.Instant => cell.At!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell.Kind}:{cell.Number:0.###}"),
    };
}
