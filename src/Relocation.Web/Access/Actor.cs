using System.Security.Claims;
using Relocation.Data.Access;

namespace Relocation.Web.Access;

/// <summary>Who asks for something: a person signed in, or a script with a token.</summary>
/// <param name="Name">Account or token name, as the audit log shows it.</param>
/// <param name="Role">What they are.</param>
public sealed record Actor(string Name, Role Role)
{
    /// <summary>Nobody: may do nothing.</summary>
    public static readonly Actor Nobody = new("", Role.None);

    /// <summary>The actor behind a principal; <see cref="Nobody"/> when it is not authenticated or its role is unknown.</summary>
    public static Actor Of(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true, Name: { } name } && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(name, role)
            : Nobody;

    /// <summary>Whether the role holds the permission.</summary>
    public bool May(Permission permission) => permission switch
    {
        Permission.View => Role != Role.None,
        Permission.Plan => Role is Role.Planner or Role.Administrator,
        Permission.Operate => Role is Role.Operator or Role.Administrator,
        Permission.Administer => Role == Role.Administrator,
        _ => false,
    };
}
