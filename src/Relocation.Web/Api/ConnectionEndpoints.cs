using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Data.Connections;
using Relocation.Web.Access;
using Relocation.Web.Features.Settings;
using Relocation.Xapi.Sessions;

namespace Relocation.Web.Api;

/// <summary>Pool connections over the API. Passwords go in and never come out.</summary>
internal static class ConnectionEndpoints
{
    public static void MapConnections(this RouteGroupBuilder connections)
    {
        connections.MapGet("/", ListAsync);
        connections.MapPost("/probe", ProbeAsync);
        connections.MapPost("/", AddAsync);
        connections.MapPut("/{connection:guid}", (Guid connection, CredentialsBody body, ConnectionEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            AnswerAsync(editing.ChangeAsync(Actor.Of(context.User), new ConnectionId(connection), body.User, body.Password, body.Fingerprint, ct), answer));
        connections.MapPost("/{connection:guid}/enabled", (Guid connection, EnabledBody body, ConnectionEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            AnswerAsync(editing.SetEnabledAsync(Actor.Of(context.User), new ConnectionId(connection), body.Enabled, ct), answer));
        connections.MapDelete("/{connection:guid}", (Guid connection, ConnectionEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            AnswerAsync(editing.RemoveAsync(Actor.Of(context.User), new ConnectionId(connection), ct), answer));
    }

    private static async Task<IReadOnlyList<ConnectionBody>> ListAsync(ConnectionStore store, PoolWatchers watchers, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(cancellationToken)).Select(connection => new ConnectionBody(connection, watchers.StateOf(connection.Id)))];

    private static async Task<Results<Ok<CertificateFacts>, ProblemHttpResult>> ProbeAsync(AddressBody body, HttpContext context, ApiAnswer answer)
    {
        var (facts, outcome) = await ConnectionEditing.ProbeAsync(Actor.Of(context.User), body.Address, context.RequestAborted);
        return answer.Of(outcome, facts);
    }

    private static async Task<Results<Created<PoolConnection>, ProblemHttpResult>> AddAsync(NewConnectionBody body, ConnectionEditing editing, HttpContext context, ApiAnswer answer)
    {
        var (connection, outcome) = await editing.AddAsync(Actor.Of(context.User), body.Address, body.User, body.Password, body.Fingerprint, context.RequestAborted);
        return connection is not null ? TypedResults.Created($"{ApiEndpoints.Root}/connections/{connection.Id}", connection) : answer.Refusal(outcome);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(Task<Features.ActionOutcome> action, ApiAnswer answer) => answer.Of(await action);

    internal sealed record AddressBody(string Address);

    internal sealed record NewConnectionBody(string Address, string User, string Password, string? Fingerprint = null);

    internal sealed record CredentialsBody(string User, string Password, string? Fingerprint = null);

    internal sealed record EnabledBody(bool Enabled);

    internal sealed record ConnectionBody(PoolConnection Connection, Xapi.Live.PoolConnectionState? State);
}
