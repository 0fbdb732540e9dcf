namespace Relocation.Web.Layout;

/// <summary>Light, dark, or as the system says; kept in a cookie so that the first paint is already right.</summary>
public static class ColorScheme
{
    /// <summary>Name of the cookie; `app.js` writes it.</summary>
    public const string Cookie = "scheme";

    /// <summary>`light`, `dark` or `system`; anything else a browser sends counts as `system`.</summary>
    public static string From(HttpContext? request) =>
        request?.Request.Cookies[Cookie] is "light" or "dark" ? request.Request.Cookies[Cookie]! : "system";
}
