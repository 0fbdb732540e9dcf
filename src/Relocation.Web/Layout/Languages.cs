using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Relocation.Web.Layout;

/// <summary>The languages the interface speaks, and how a person changes between them.</summary>
public static class Languages
{
    /// <summary>All, the default first.</summary>
    public static IReadOnlyList<Language> All { get; } = [new("en", "English", "EN"), new("zh-Hans", "简体中文", "中")];

    /// <summary>The address that stores the language and comes back.</summary>
    /// <param name="culture">One of <see cref="All"/>.</param>
    /// <param name="back">Where to return, relative to the root, without leading slash.</param>
    public static string SwitchAddress(string culture, string back) =>
        $"/language?culture={Uri.EscapeDataString(culture)}&back={Uri.EscapeDataString("/" + back)}";

    /// <summary>The request's language by cookie, then by what the browser prefers.</summary>
    public static void Configure(RequestLocalizationOptions options)
    {
        var cultures = All.Select(language => language.Culture).ToArray();
        options.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "language" }, new AcceptLanguageHeaderRequestCultureProvider()];
    }

    /// <summary>Stores a known language for a year and goes back to a page of this site; anything else is refused.</summary>
    public static Results<RedirectHttpResult, BadRequest> Switch(HttpContext context, string culture, string back)
    {
        if (All.All(language => language.Culture != culture) || !IsOwnPage(back))
        {
            return TypedResults.BadRequest();
        }

        var options = new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/" };
        context.Response.Cookies.Append("language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), options);
        return TypedResults.LocalRedirect(back);
    }

    /// <summary>A rooted path of this site: neither another host (//host, /\host) nor a control character.</summary>
    public static bool IsOwnPage(string back) =>
        back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal) && !back.Any(char.IsControl);
}
