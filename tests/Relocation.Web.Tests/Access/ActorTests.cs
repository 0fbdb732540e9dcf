using System.Security.Claims;
using Relocation.Data.Access;
using Relocation.Web.Access;

namespace Relocation.Web.Tests.Access;

public sealed class ActorTests
{
    [Theory]
    [InlineData(Role.None, "")]
    [InlineData(Role.Viewer, "View")]
    [InlineData(Role.ServiceOwner, "View")]
    [InlineData(Role.Planner, "View Plan")]
    [InlineData(Role.Operator, "View Operate")]
    [InlineData(Role.Administrator, "View Plan Operate Administer")]
    public void May_EveryRole_HoldsExactlyItsPermissions(Role role, string held) =>
        Assert.Equal(held, string.Join(' ', Enum.GetValues<Permission>().Where(new Actor("someone", role).May)));

    [Fact]
    public void Of_UnauthenticatedOrWithoutKnownRole_IsNobody()
    {
        Assert.Equal(Actor.Nobody, Actor.Of(null));
        Assert.Equal(Actor.Nobody, Actor.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "eve"), new Claim(ClaimTypes.Role, "Administrator")]))));
        Assert.Equal(Actor.Nobody, Actor.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "eve"), new Claim(ClaimTypes.Role, "Root")], "test"))));
    }

    [Fact]
    public void Of_IdentityWeMade_IsThatPerson() =>
        Assert.Equal(new Actor("li", Role.Planner), Actor.Of(new ClaimsPrincipal(Identities.Of("li", "Li Wei", Role.Planner, "test"))));
}
