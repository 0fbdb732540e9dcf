namespace Relocation.Web.Access;

/// <summary>Names of the authentication schemes.</summary>
public static class Schemes
{
    /// <summary>Chooses between the other two: a request with an Authorization header is a script's.</summary>
    public const string Chooser = "Relocation";

    /// <summary>People, by cookie.</summary>
    public const string Cookie = "Cookie";

    /// <summary>Scripts, by bearer token.</summary>
    public const string Token = "Token";
}
