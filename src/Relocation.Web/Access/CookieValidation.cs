using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Relocation.Data.Access;

namespace Relocation.Web.Access;

/// <summary>Ends the session of an account that was disabled, removed or given another role.</summary>
public sealed class CookieValidation(UserStore users) : CookieAuthenticationEvents
{
    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var actor = Actor.Of(context.Principal);
        var user = await users.FindByNameAsync(actor.Name, context.HttpContext.RequestAborted);
        if (user is null or { Disabled: true } || user.Role != actor.Role)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Cookie);
        }
    }

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status401Unauthorized);

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status403Forbidden);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
