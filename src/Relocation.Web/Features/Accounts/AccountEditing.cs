using Microsoft.AspNetCore.Identity;
using Relocation.Data.Access;
using Relocation.Data.Audit;
using Relocation.Web.Access;

namespace Relocation.Web.Features.Accounts;

/// <summary>Adds and changes accounts for pages and API alike. The last administrator who can sign in can be neither disabled nor given another role.</summary>
public sealed class AccountEditing(UserStore users, SignInLinkStore links, IPasswordHasher<User> hasher, AuditLog audit)
{
    /// <summary>Shortest password, as NIST SP 800-63B has it for passwords that people choose.</summary>
    public const int ShortestPassword = 8;

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(2);

    /// <summary>Adds an account that signs in by link until it has a password.</summary>
    public async Task<(User? User, ActionOutcome Outcome)> AddAsync(Actor actor, string name, string displayName, Role role, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        if (Refusal(actor, role) is { } refusal)
        {
            return (null, refusal);
        }

        if (trimmed.Length == 0)
        {
            return (null, ActionOutcome.Refused("name-empty"));
        }

        if (await users.FindByNameAsync(trimmed, cancellationToken) is not null)
        {
            return (null, ActionOutcome.Refused("name-taken", ("name", trimmed)));
        }

        var user = await users.AddAsync(trimmed, displayName.Trim().Length > 0 ? displayName.Trim() : trimmed, role, null, cancellationToken);
        await NoteAsync(actor, "account.add", user, cancellationToken);
        return (user, ActionOutcome.Success);
    }

    /// <summary>Changes role and whether the person may sign in. Whoever is signed in is out with the next click.</summary>
    public async Task<ActionOutcome> ChangeAsync(Actor actor, UserId id, Role role, bool disabled, CancellationToken cancellationToken)
    {
        if (Refusal(actor, role) is { } refusal)
        {
            return refusal;
        }

        var all = await users.ListAsync(cancellationToken);
        if (all.FirstOrDefault(known => known.Id == id) is not { } user)
        {
            return ActionOutcome.Refused("account-not-found");
        }

        var administrators = all.Count(known => known is { Role: Role.Administrator, Disabled: false });
        if (user is { Role: Role.Administrator, Disabled: false } && (disabled || role != Role.Administrator) && administrators == 1)
        {
            return ActionOutcome.Refused("last-administrator", ("name", user.Name));
        }

        await users.ChangeAsync(id, user.DisplayName, role, disabled, cancellationToken);
        await NoteAsync(actor, "account.change", user, cancellationToken);
        return ActionOutcome.Success;
    }

    /// <summary>Gives or replaces a password.</summary>
    public async Task<ActionOutcome> SetPasswordAsync(Actor actor, UserId id, string password, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return ActionOutcome.Forbidden;
        }

        if (password.Length < ShortestPassword)
        {
            return ActionOutcome.Refused("password-too-short", ("least", $"{ShortestPassword}"));
        }

        if (await users.FindAsync(id, cancellationToken) is not { } user)
        {
            return ActionOutcome.Refused("account-not-found");
        }

        await users.SetPasswordHashAsync(id, hasher.HashPassword(user, password), cancellationToken);
        await NoteAsync(actor, "account.set-password", user, cancellationToken);
        return ActionOutcome.Success;
    }

    /// <summary>Makes a one-time sign-in link; its path is shown once and stored nowhere.</summary>
    public async Task<(string? Path, ActionOutcome Outcome)> IssueLinkAsync(Actor actor, UserId id, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return (null, ActionOutcome.Forbidden);
        }

        if (await users.FindAsync(id, cancellationToken) is not { Disabled: false } user)
        {
            return (null, ActionOutcome.Refused("account-not-found"));
        }

        var token = await links.IssueAsync(id, LinkLifetime, cancellationToken);
        await NoteAsync(actor, "account.issue-link", user, cancellationToken);
        return ($"/sign-in/link?token={token}", ActionOutcome.Success);
    }

    private static ActionOutcome? Refusal(Actor actor, Role role) =>
        !actor.May(Permission.Administer) ? ActionOutcome.Forbidden : role == Role.None ? ActionOutcome.Refused("role-missing") : null;

    private Task<AuditEntry> NoteAsync(Actor actor, string action, User user, CancellationToken cancellationToken) =>
        audit.AppendAsync(actor.Name, action, ("user", user.Name), "done", new Dictionary<string, string>(), cancellationToken);
}
