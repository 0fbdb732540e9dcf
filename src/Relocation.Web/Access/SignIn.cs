using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Relocation.Data.Access;
using Relocation.Data.Audit;

namespace Relocation.Web.Access;

/// <summary>Signs people in, by one-time link or by name and password.</summary>
public sealed class SignIn(UserStore users, SignInLinkStore links, IPasswordHasher<User> hasher, AuditLog audit)
{
    /// <summary>Uses a one-time link up; false when it is unknown, used or expired.</summary>
    public async Task<bool> ByLinkAsync(HttpContext context, string token)
    {
        var user = await links.ConsumeAsync(token, context.RequestAborted);
        return await AdmitAsync(context, user, "link", user?.Name ?? "");
    }

    /// <summary>Signs in by name and password; false when either is wrong or the account is disabled.</summary>
    public async Task<bool> ByPasswordAsync(HttpContext context, string name, string password)
    {
        var user = await users.FindByNameAsync(name, context.RequestAborted);
        var hash = user is null ? null : await users.PasswordHashAsync(user.Id, context.RequestAborted);

        // An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock.
        var verdict = hasher.VerifyHashedPassword(user!, hash ?? Decoy, password);
        var admitted = user is { Disabled: false } && hash is not null && verdict != PasswordVerificationResult.Failed;
        return await AdmitAsync(context, admitted ? user : null, "password", name);
    }

    private static readonly string Decoy = new PasswordHasher<User>().HashPassword(null!, Guid.NewGuid().ToString());

    private async Task<bool> AdmitAsync(HttpContext context, User? user, string way, string name)
    {
        await audit.AppendAsync(name, "sign-in", ("user", name), user is null ? "refused" : "done", new Dictionary<string, string> { ["way"] = way }, context.RequestAborted);
        if (user is null)
        {
            return false;
        }

        await users.SignedInAsync(user.Id, context.RequestAborted);
        await context.SignInAsync(Schemes.Cookie, new ClaimsPrincipal(Identities.Of(user.Name, user.DisplayName, user.Role, Schemes.Cookie)));
        return true;
    }
}
