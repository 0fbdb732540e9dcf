using Relocation.Core.Estimation;

namespace Relocation.Core.Reports;

/// <summary>The report of a run: what was predicted and what was measured, per move and in sum; what failed and why; what happened when.</summary>
public static class RunReport
{
    /// <summary>Builds the report. The same input gives the same report.</summary>
    public static ReportDocument Build(RunReportInput input) => new(
        "report.run",
        input.Wave,
        [Summary(input), Accuracy(input), Moves(input), Failures(input), Timeline(input)]);

    private static ReportSection Summary(RunReportInput input) => new(
        "section.summary",
        [
            new("fact.relocation", ReportCell.Of(input.Relocation)),
            new("fact.wave", ReportCell.Of(input.Wave)),
            new("fact.run", ReportCell.Of(input.Run)),
            new("fact.state", ReportCell.State($"run.{input.State}")),
            new("fact.started-by", ReportCell.Of(input.StartedBy)),
            new("fact.plan-revision", ReportCell.Count((int)input.PlanRevision)),
            new("fact.started-at", ReportCell.Instant(input.StartedAt)),
            new("fact.finished-at", ReportCell.Instant(input.FinishedAt)),
            new("fact.duration", ReportCell.Seconds((input.FinishedAt - input.StartedAt)?.TotalSeconds)),
            new("fact.moves", ReportCell.Count(input.Moves.Count)),
        ],
        [
            new ReportTable(
                "table.states",
                ["column.state", "column.moves"],
                [.. input.Moves.GroupBy(move => move.State).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => (IReadOnlyList<ReportCell>)[ReportCell.State($"move.{group.Key}"), ReportCell.Count(group.Count())])]),
        ]);

    /// <summary>Sums over the moves that have both figures. Intervals are summed bound by bound, which is wider than chance alone would have it.</summary>
    private static ReportSection Accuracy(RunReportInput input) => new(
        "section.accuracy",
        [],
        [
            new ReportTable(
                "table.sums",
                ["column.figure", .. RunFigure.Columns, "column.compared", "column.inside-count"],
                [.. RunFigure.All.Select(figure => Sum(figure, input.Moves))]),
            .. RunFigure.All.Select(figure => new ReportTable(
                figure.Key,
                ["column.vm", .. RunFigure.Columns],
                [.. input.Moves.Select(move => (IReadOnlyList<ReportCell>)[ReportCell.Of(move.VmName), .. figure.Cells(figure.Predicted(move), figure.Measured(move), figure.Resolution(move))])])),
        ]);

    private static IReadOnlyList<ReportCell> Sum(RunFigure figure, IReadOnlyList<RunReportMove> moves)
    {
        var pairs = moves
            .Select(move => (Predicted: figure.Predicted(move), Measured: figure.Measured(move), Resolution: figure.Resolution(move)))
            .Where(pair => pair is { Predicted: not null, Measured: not null })
            .Select(pair => (Predicted: pair.Predicted!.Value, Measured: pair.Measured!.Value, pair.Resolution))
            .ToList();
        Estimate? predicted = pairs.Count == 0 ? null : new Estimate(
            pairs.Sum(pair => pair.Predicted.Expected),
            pairs.Sum(pair => pair.Predicted.Low50),
            pairs.Sum(pair => pair.Predicted.High50),
            pairs.Sum(pair => pair.Predicted.Low90),
            pairs.Sum(pair => pair.Predicted.High90));
        double? measured = pairs.Count == 0 ? null : pairs.Sum(pair => pair.Measured);
        return
        [
            ReportCell.Key(figure.Key),
            .. figure.Cells(predicted, measured, pairs.Sum(pair => pair.Resolution)),
            ReportCell.Count(pairs.Count),
            ReportCell.Count(pairs.Count(pair => RunFigure.Inside(pair.Predicted, pair.Measured, pair.Resolution))),
        ];
    }

    private static ReportSection Moves(RunReportInput input) => new(
        "section.moves",
        [],
        [
            new ReportTable(
                "table.moves",
                ["column.ordinal", "column.vm", "column.group", "column.state", "column.attempts", "column.started-at", "column.finished-at", "column.duration"],
                [.. input.Moves.Select(move => (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Count(move.Ordinal),
                    ReportCell.Of(move.VmName),
                    ReportCell.Of(move.Group),
                    ReportCell.State($"move.{move.State}"),
                    ReportCell.Count(move.Attempts),
                    ReportCell.Instant(move.StartedAt),
                    ReportCell.Instant(move.FinishedAt),
                    ReportCell.Seconds((move.FinishedAt - move.StartedAt)?.TotalSeconds),
                ])]),
        ]);

    private static ReportSection Failures(RunReportInput input) => new(
        "section.failures",
        [],
        [
            new ReportTable(
                "table.failures",
                ["column.vm", "column.state", "column.code", "column.parameters"],
                [.. input.Moves.Where(move => move.FailureCode.Length > 0).Select(move => (IReadOnlyList<ReportCell>)
                    [ReportCell.Of(move.VmName), ReportCell.State($"move.{move.State}"), ReportCell.Of(move.FailureCode), ReportCell.Of(string.Join(", ", move.FailureParameters))])]),
            new ReportTable(
                "table.leftovers",
                ["column.vm", "column.pool", "column.class", "column.uuid", "column.evidence"],
                [.. from move in input.Moves
                    from leftover in move.Leftovers
                    select (IReadOnlyList<ReportCell>)
                        [ReportCell.Of(move.VmName), ReportCell.Of(leftover.Pool.Uuid), ReportCell.Of(leftover.Class), ReportCell.Of(leftover.Uuid), ReportCell.Of(leftover.Evidence)]]),
        ]);

    private static ReportSection Timeline(RunReportInput input) => new(
        "section.timeline",
        [],
        [
            new ReportTable(
                "table.timeline",
                ["column.at", "column.event", "column.vm", "column.detail"],
                [.. input.Timeline.Select(line => (IReadOnlyList<ReportCell>)
                    [ReportCell.Instant(line.At), ReportCell.Key($"event.{line.Kind}"), ReportCell.Of(line.VmName), ReportCell.Of(line.Detail)])]),
        ]);
}
