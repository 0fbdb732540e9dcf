using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Core.Waves;
using Relocation.Data.Runs;
using Relocation.Engine.Journal;
using Relocation.Engine.Runs;
using Relocation.Web.Features;
using Relocation.Web.Features.Reports;

namespace Relocation.Web.Api;

/// <summary>Runs over the API.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this RouteGroupBuilder runs)
    {
        runs.MapGet("/", (RunListing listing, CancellationToken ct, int skip = 0, int take = 100) => listing.AllAsync(Math.Max(0, skip), Math.Clamp(take, 1, 500), ct));
        runs.MapGet("/{run:guid}", FindAsync);
        runs.MapGet("/{run:guid}/journal", (Guid run, IRunJournal journal, CancellationToken ct, long after = 0, int take = 500) =>
            journal.EntriesAsync(new RunId(run), after, Math.Clamp(take, 1, 5000), ct));
        runs.MapGet("/{run:guid}/events", RunStream.WatchAsync);
        runs.MapPost("/{run:guid}/pause", (Guid run, RunAsk ask) => ask.RunAsync((control, actor, ct) => control.PauseAsync(actor, new RunId(run), ct)));
        runs.MapPost("/{run:guid}/resume", (Guid run, RunAsk ask) => ask.RunAsync((control, actor, ct) => control.ResumeAsync(actor, new RunId(run), ct)));
        runs.MapPost("/{run:guid}/cancel", (Guid run, RunAsk ask) => ask.RunAsync((control, actor, ct) => control.CancelAsync(actor, new RunId(run), ct)));
        runs.MapPost("/{run:guid}/moves/{move:guid}/cancel", (Guid run, Guid move, RunAsk ask) =>
            ask.RunAsync((control, actor, ct) => control.CancelMoveAsync(actor, new RunId(run), new MoveId(move), ct)));
        runs.MapPost("/{run:guid}/moves/{move:guid}/retry", (Guid run, Guid move, RunAsk ask) =>
            ask.RunAsync((control, actor, ct) => control.RetryMoveAsync(actor, new RunId(run), new MoveId(move), ct)));
        runs.MapPost("/{run:guid}/moves/{move:guid}/resolve", (Guid run, Guid move, ResolutionBody body, RunAsk ask) =>
            ask.RunAsync((control, actor, ct) => control.ResolveAsync(actor, new RunId(run), new MoveId(move), body.Resolution, ct)));
        runs.MapGet("/{run:guid}/report", ReportAsync);
        runs.MapGet("/{run:guid}/report.html", async (Guid run, RunReports reports, CancellationToken ct) =>
            await reports.HtmlAsync(new RunId(run), ct) is { } html ? Results.Content(html, "text/html; charset=utf-8") : Results.NotFound());
        runs.MapGet("/{run:guid}/report.csv", async (Guid run, RunReports reports, CancellationToken ct) =>
            await reports.CsvAsync(new RunId(run), ct) is { } csv ? Results.File(csv, "text/csv; charset=utf-8", $"run-{run}.csv") : Results.NotFound());
    }

    private static async Task<Results<Ok<RunJournalState>, ProblemHttpResult>> FindAsync(Guid run, RunService service, ApiAnswer answer, CancellationToken cancellationToken) =>
        await service.LoadAsync(new RunId(run), cancellationToken) is { } state ? TypedResults.Ok(state) : answer.Refusal(RunNotFound(run));

    private static async Task<Results<Ok<Core.Reports.ReportDocument>, ProblemHttpResult>> ReportAsync(Guid run, RunReports reports, ApiAnswer answer, CancellationToken cancellationToken) =>
        await reports.DocumentAsync(new RunId(run), cancellationToken) is { } document ? TypedResults.Ok(document) : answer.Refusal(RunNotFound(run));

    private static ActionOutcome RunNotFound(Guid run) => ActionOutcome.Refused(RefusalReasons.RunNotFound, ("run", run.ToString()));

    internal sealed record ResolutionBody(UnknownResolution Resolution);
}
