using System.Security.Claims;
using Relocation.Data.Access;

namespace Relocation.Web.Access;

/// <summary>Makes the claims identity of a person or token.</summary>
public static class Identities
{
    /// <summary>Claim with the name shown to others.</summary>
    public const string DisplayNameClaim = "display_name";

    /// <summary>The identity with name and role.</summary>
    public static ClaimsIdentity Of(string name, string displayName, Role role, string scheme) => new(
        [new Claim(ClaimTypes.Name, name), new Claim(DisplayNameClaim, displayName), new Claim(ClaimTypes.Role, role.ToString())], scheme);
}
