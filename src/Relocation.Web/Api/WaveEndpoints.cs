using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Core.Estimation;
using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;
using Relocation.Engine.Journal;
using Relocation.Web.Access;
using Relocation.Web.Features;
using Relocation.Web.Features.Preflight;
using Relocation.Web.Features.Waves;

namespace Relocation.Web.Api;

/// <summary>Waves over the API: what stands in the way, what is predicted, what the pools say, and the start.</summary>
internal static class WaveEndpoints
{
    public static void MapWaves(this RouteGroupBuilder waves)
    {
        waves.MapGet("/readiness", ReadinessAsync);
        waves.MapGet("/forecast", ForecastAsync);
        waves.MapPost("/assert", AssertAsync);
        waves.MapPost("/runs", StartAsync);
    }

    private static async Task<Results<Ok<ReadinessBody>, ProblemHttpResult>> ReadinessAsync(
        Guid relocation, Guid wave, WaveChecks checks, ApiAnswer answer, CancellationToken cancellationToken) =>
        await checks.FindAsync(new RelocationId(relocation), new WaveId(wave), cancellationToken) is { } report
            ? TypedResults.Ok(new ReadinessBody(report.Findings))
            : answer.Refusal(NotFound(wave));

    private static async Task<Results<Ok<IReadOnlyList<ForecastBody>>, ProblemHttpResult>> ForecastAsync(
        Guid relocation, Guid wave, WaveStart waves, ApiAnswer answer, CancellationToken cancellationToken)
    {
        if (await waves.PreviewAsync(new RelocationId(relocation), new WaveId(wave), cancellationToken) is not { } compiled)
        {
            return answer.Refusal(NotFound(wave));
        }

        IReadOnlyList<ForecastBody> bodies = [.. compiled.Moves.Select(move => new ForecastBody(move.Runbook.Order.Vm, move.Runbook.Order.VmName, move.Forecast))];
        return TypedResults.Ok(bodies);
    }

    private static async Task<Results<Ok<IReadOnlyList<PoolVerdict>>, ProblemHttpResult>> AssertAsync(
        Guid relocation, Guid wave, WaveChecks checks, HttpContext context, ApiAnswer answer)
    {
        var (verdicts, outcome) = await checks.AskAsync(Actor.Of(context.User), new RelocationId(relocation), new WaveId(wave), context.RequestAborted);
        return answer.Of(outcome, verdicts);
    }

    private static async Task<Results<Created<RunJournalState>, ProblemHttpResult>> StartAsync(Guid relocation, Guid wave, WaveStart waves, HttpContext context, ApiAnswer answer)
    {
        var result = await waves.RunAsync(Actor.Of(context.User), new RelocationId(relocation), new WaveId(wave), context.RequestAborted);
        return result.State is { } state ? TypedResults.Created($"{ApiEndpoints.Root}/runs/{state.Run.Id}", state) : answer.Refusal(result.Outcome, result.Refusals);
    }

    private static ActionOutcome NotFound(Guid wave) => ActionOutcome.Refused("wave-not-found", ("wave", wave.ToString()));

    internal sealed record ReadinessBody(IReadOnlyList<Finding> Findings);

    internal sealed record ForecastBody(VmId Vm, string Name, MoveForecast? Forecast);
}
