using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Relocation.Data.Access;

namespace Relocation.Web.Access;

/// <summary>Registers who may do what.</summary>
public static class AccessRegistration
{
    /// <summary>Cookies for people, bearer tokens for scripts, one policy per permission.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CookieValidation>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddHostedService<FirstAccess>();
        services.AddAuthorization(Policies.Add);
        services.AddAuthentication(Schemes.Chooser)
            .AddPolicyScheme(Schemes.Chooser, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? Schemes.Token : Schemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(Schemes.Token, null)
            .AddCookie(Schemes.Cookie, options =>
            {
                options.LoginPath = "/sign-in";
                options.AccessDeniedPath = "/sign-in";
                options.ReturnUrlParameter = "back";
                options.Cookie.Name = "relocation";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.SlidingExpiration = true;
                options.EventsType = typeof(CookieValidation);
            });
        return services;
    }
}
