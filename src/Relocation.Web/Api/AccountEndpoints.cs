using Microsoft.AspNetCore.Http.HttpResults;
using Relocation.Data.Access;
using Relocation.Data.Audit;
using Relocation.Web.Access;
using Relocation.Web.Features.Accounts;

namespace Relocation.Web.Api;

/// <summary>Accounts, tokens and the audit log over the API; for administrators.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder accounts)
    {
        accounts.MapGet("/accounts", (UserStore users, CancellationToken ct) => users.ListAsync(ct));
        accounts.MapPost("/accounts", AddAsync);
        accounts.MapPut("/accounts/{account:guid}", async (Guid account, AccountBody body, AccountEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            answer.Of(await editing.ChangeAsync(Actor.Of(context.User), new UserId(account), body.Role, body.Disabled, ct)));
        accounts.MapPut("/accounts/{account:guid}/password", async (Guid account, PasswordBody body, AccountEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            answer.Of(await editing.SetPasswordAsync(Actor.Of(context.User), new UserId(account), body.Password, ct)));
        accounts.MapPost("/accounts/{account:guid}/link", LinkAsync);
        accounts.MapGet("/tokens", (ApiTokenStore tokens, CancellationToken ct) => tokens.ListAsync(ct));
        accounts.MapPost("/tokens", IssueAsync);
        accounts.MapDelete("/tokens/{token:guid}", async (Guid token, TokenEditing editing, HttpContext context, ApiAnswer answer, CancellationToken ct) =>
            answer.Of(await editing.RevokeAsync(Actor.Of(context.User), new ApiTokenId(token), ct)));
        accounts.MapGet("/audit", (AuditLog log, string? actor, string? action, CancellationToken ct, int skip = 0, int take = 100) =>
            log.QueryAsync(new AuditQuery { Actor = actor, Action = action, Skip = Math.Max(0, skip), Take = Math.Clamp(take, 1, 1000) }, ct));
    }

    private static async Task<Results<Created<User>, ProblemHttpResult>> AddAsync(NewAccountBody body, AccountEditing editing, HttpContext context, ApiAnswer answer)
    {
        var (user, outcome) = await editing.AddAsync(Actor.Of(context.User), body.Name, body.DisplayName ?? "", body.Role, context.RequestAborted);
        return user is not null ? TypedResults.Created($"{ApiEndpoints.Root}/accounts/{user.Id}", user) : answer.Refusal(outcome);
    }

    private static async Task<Results<Ok<LinkBody>, ProblemHttpResult>> LinkAsync(Guid account, AccountEditing editing, HttpContext context, ApiAnswer answer)
    {
        var (path, outcome) = await editing.IssueLinkAsync(Actor.Of(context.User), new UserId(account), context.RequestAborted);
        return answer.Of(outcome, path is null ? null : new LinkBody(path));
    }

    private static async Task<Results<Ok<TokenBody>, ProblemHttpResult>> IssueAsync(NewTokenBody body, TokenEditing editing, HttpContext context, ApiAnswer answer)
    {
        var (issued, outcome) = await editing.IssueAsync(Actor.Of(context.User), body.Name, body.Role, body.Days, context.RequestAborted);
        return answer.Of(outcome, issued is null ? null : new TokenBody(issued.Token, issued.Secret));
    }

    internal sealed record NewAccountBody(string Name, Role Role, string? DisplayName = null);

    internal sealed record AccountBody(Role Role, bool Disabled = false);

    internal sealed record PasswordBody(string Password);

    internal sealed record LinkBody(string Path);

    internal sealed record NewTokenBody(string Name, Role Role, int? Days = null);

    internal sealed record TokenBody(ApiToken Token, string Secret);
}
