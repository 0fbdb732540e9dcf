using Microsoft.AspNetCore.Authorization;

namespace Relocation.Web.Access;

/// <summary>One authorisation policy per <see cref="Permission"/>, named like it.</summary>
public static class Policies
{
    /// <summary>Adds the policies; what names none needs at least <see cref="Permission.View"/>.</summary>
    public static void Add(AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), Requiring(permission));
        }

        options.DefaultPolicy = Requiring(Permission.View);
        options.FallbackPolicy = Requiring(Permission.View);
    }

    private static AuthorizationPolicy Requiring(Permission permission) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => Actor.Of(context.User).May(permission))
        .Build();
}
