using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Relocation.Web.Layout;

namespace Relocation.Web.Access;

/// <summary>The addresses a browser visits to sign in and out.</summary>
public static class AccessEndpoints
{
    /// <summary>Maps them. The form itself is a page: <see cref="SignInPage"/>.</summary>
    public static void MapAccess(this IEndpointRouteBuilder application)
    {
        application.MapGet("/sign-in/link", ByLinkAsync).AllowAnonymous().ExcludeFromDescription();
        application.MapPost("/sign-in/password", ByPasswordAsync).AllowAnonymous().ExcludeFromDescription().RequireRateLimiting(SignInLimit.Policy);
        application.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> ByLinkAsync(HttpContext context, SignIn signIn, string token) =>
        TypedResults.LocalRedirect(await signIn.ByLinkAsync(context, token) ? "/" : "/sign-in?refused=link");

    private static async Task<RedirectHttpResult> ByPasswordAsync(HttpContext context, SignIn signIn, [FromForm] string name, [FromForm] string password, [FromForm] string? back)
    {
        var next = back is not null && Languages.IsOwnPage(back) ? back : "/";
        return await signIn.ByPasswordAsync(context, name, password)
            ? TypedResults.LocalRedirect(next)
            : TypedResults.LocalRedirect($"/sign-in?refused=password&back={Uri.EscapeDataString(next)}");
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext context, [FromForm] string? back)
    {
        await context.SignOutAsync(Schemes.Cookie);
        return TypedResults.LocalRedirect(back is not null && Languages.IsOwnPage(back) ? back : "/sign-in");
    }
}
