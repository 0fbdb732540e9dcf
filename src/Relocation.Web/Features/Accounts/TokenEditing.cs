using Relocation.Data.Access;
using Relocation.Data.Audit;
using Relocation.Web.Access;

namespace Relocation.Web.Features.Accounts;

/// <summary>Makes and withdraws bearer tokens for scripts, for pages and API alike.</summary>
public sealed class TokenEditing(ApiTokenStore tokens, AuditLog audit, TimeProvider time)
{
    /// <summary>Makes a token; its secret is in the answer and nowhere else.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="days">Days until it ends; null for never.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    public async Task<(IssuedApiToken? Token, ActionOutcome Outcome)> IssueAsync(Actor actor, string name, Role role, int? days, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return (null, ActionOutcome.Forbidden);
        }

        if (name.Trim().Length == 0)
        {
            return (null, ActionOutcome.Refused("name-empty"));
        }

        if (role == Role.None)
        {
            return (null, ActionOutcome.Refused("role-missing"));
        }

        DateTimeOffset? until = days is { } number ? time.GetUtcNow().AddDays(Math.Max(1, number)) : null;
        var issued = await tokens.IssueAsync(name.Trim(), role, actor.Name, until, cancellationToken);
        await NoteAsync(actor, "token.issue", issued.Token.Name, cancellationToken);
        return (issued, ActionOutcome.Success);
    }

    /// <summary>Withdraws a token; scripts that use it are refused from now on.</summary>
    public async Task<ActionOutcome> RevokeAsync(Actor actor, ApiTokenId id, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return ActionOutcome.Forbidden;
        }

        if (!await tokens.RevokeAsync(id, cancellationToken))
        {
            return ActionOutcome.Refused("token-not-found");
        }

        await NoteAsync(actor, "token.revoke", id.ToString(), cancellationToken);
        return ActionOutcome.Success;
    }

    private Task<AuditEntry> NoteAsync(Actor actor, string action, string name, CancellationToken cancellationToken) =>
        audit.AppendAsync(actor.Name, action, ("token", name), "done", new Dictionary<string, string>(), cancellationToken);
}
