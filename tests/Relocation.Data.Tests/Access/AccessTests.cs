using System.Text;
using Relocation.Data.Access;
using Relocation.Data.Tests.Databases;

namespace Relocation.Data.Tests.Access;

public abstract class AccessTests(TestDatabase database) : DatabaseTests(database)
{
    private UserStore Users => Database.Get<UserStore>();

    private SignInLinkStore Links => Database.Get<SignInLinkStore>();

    private ApiTokenStore Tokens => Database.Get<ApiTokenStore>();

    [Fact]
    public async Task User_AddedAndChanged_HasEveryField()
    {
        var added = await Users.AddAsync("Li.Ming", "李明", Role.Planner, "hash", Ct);
        Assert.Equal(new User(added.Id, "Li.Ming", "李明", Role.Planner, true, false, Database.Time.GetUtcNow(), null), added);
        Assert.Equal(added, await Users.FindByNameAsync("li.MING", Ct));
        Database.Time.Advance(TimeSpan.FromHours(1));

        Assert.True(await Users.ChangeAsync(added.Id, "Li", Role.Administrator, true, Ct));
        Assert.True(await Users.SetPasswordHashAsync(added.Id, null, Ct));
        Assert.True(await Users.SignedInAsync(added.Id, Ct));

        var expected = new User(added.Id, "Li.Ming", "Li", Role.Administrator, false, true, added.CreatedAt, Database.Time.GetUtcNow());
        Assert.Equal(expected, await Users.FindAsync(added.Id, Ct));
        Assert.Equal([expected], await Users.ListAsync(Ct));
        Assert.Null(await Users.PasswordHashAsync(added.Id, Ct));
        Assert.Null(await Users.FindByNameAsync("nobody", Ct));
        Assert.False(await Users.SignedInAsync(new UserId(Guid.NewGuid()), Ct));
    }

    [Fact]
    public async Task User_PasswordHash_IsGivenBackAsItWas()
    {
        var user = await Users.AddAsync("li", "Li", Role.Viewer, "hash-1", Ct);
        Assert.Equal("hash-1", await Users.PasswordHashAsync(user.Id, Ct));

        await Users.SetPasswordHashAsync(user.Id, "hash-2", Ct);

        Assert.Equal("hash-2", await Users.PasswordHashAsync(user.Id, Ct));
    }

    [Fact]
    public async Task User_NameInOtherCase_IsTaken()
    {
        await Users.AddAsync("li", "Li", Role.Viewer, null, Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Users.AddAsync("LI", "Other", Role.Viewer, null, Ct));
    }

    [Fact]
    public async Task Link_UsedByManyAtOnce_WorksOnce()
    {
        var user = await Users.AddAsync("li", "Li", Role.Viewer, null, Ct);
        var token = await Links.IssueAsync(user.Id, TimeSpan.FromMinutes(10), Ct);

        var winners = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Links.ConsumeAsync(token, Ct), Ct)));

        Assert.Equal(user, Assert.Single(winners, winner => winner is not null));
        Assert.Null(await Links.ConsumeAsync(token, Ct));
    }

    [Fact]
    public async Task Link_ExpiredUnknownOrOfADisabledPerson_DoesNotWork()
    {
        var user = await Users.AddAsync("li", "Li", Role.Viewer, null, Ct);
        var expired = await Links.IssueAsync(user.Id, TimeSpan.FromMinutes(10), Ct);
        Database.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Links.ConsumeAsync(expired, Ct));
        Assert.Null(await Links.ConsumeAsync("unknown", Ct));

        var fresh = await Links.IssueAsync(user.Id, TimeSpan.FromMinutes(10), Ct);
        await Users.ChangeAsync(user.Id, "Li", Role.Viewer, disabled: true, Ct);
        Assert.Null(await Links.ConsumeAsync(fresh, Ct));
    }

    [Fact]
    public async Task Link_Issuing_SweepsExpiredOnes()
    {
        var user = await Users.AddAsync("li", "Li", Role.Viewer, null, Ct);
        await Links.IssueAsync(user.Id, TimeSpan.FromMinutes(10), Ct);
        Database.Time.Advance(TimeSpan.FromHours(1));

        await Links.IssueAsync(user.Id, TimeSpan.FromMinutes(10), Ct);

        Assert.Equal(1, await Database.CountAsync("SignInLinks", Ct));
    }

    [Fact]
    public async Task Token_Issued_AuthenticatesAndNotesItsUse()
    {
        var expires = Database.Time.GetUtcNow().AddDays(1);
        var issued = await Tokens.IssueAsync("ci", Role.Operator, "li", expires, Ct);
        var created = Database.Time.GetUtcNow();
        Database.Time.Advance(TimeSpan.FromHours(1));

        var used = await Tokens.AuthenticateAsync(issued.Secret, Ct);

        var expected = new ApiToken(issued.Token.Id, "ci", Role.Operator, "li", created, expires, Database.Time.GetUtcNow(), null);
        Assert.Equal(expected, used);
        Assert.Equal([expected], await Tokens.ListAsync(Ct));
        Database.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(expected, await Tokens.AuthenticateAsync(issued.Secret, Ct));
        Assert.DoesNotContain(issued.Secret, issued.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_ExpiredRevokedOrUnknown_DoesNotAuthenticate()
    {
        var expiring = await Tokens.IssueAsync("a", Role.Operator, "li", Database.Time.GetUtcNow().AddMinutes(1), Ct);
        var revoked = await Tokens.IssueAsync("b", Role.Operator, "li", null, Ct);
        Database.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await Tokens.RevokeAsync(revoked.Token.Id, Ct));
        Assert.False(await Tokens.RevokeAsync(revoked.Token.Id, Ct));

        Assert.Null(await Tokens.AuthenticateAsync(expiring.Secret, Ct));
        Assert.Null(await Tokens.AuthenticateAsync(revoked.Secret, Ct));
        Assert.Null(await Tokens.AuthenticateAsync("unknown", Ct));
        Assert.Equal(Database.Time.GetUtcNow(), (await Tokens.ListAsync(Ct)).Single(token => token.Name == "b").RevokedAt);
    }

    [Fact]
    public async Task Token_Adopted_IsStoredOnceAndStaysRevoked()
    {
        var first = await Tokens.AdoptAsync("from-the-environment", "env", Role.Administrator, "system", Ct);
        Assert.Equal(first, await Tokens.AdoptAsync("from-the-environment", "env again", Role.Administrator, "system", Ct));
        Assert.Equal(first.Id, (await Tokens.AuthenticateAsync("from-the-environment", Ct))!.Id);
        await Tokens.RevokeAsync(first.Id, Ct);

        await Tokens.AdoptAsync("from-the-environment", "env", Role.Administrator, "system", Ct);

        Assert.Null(await Tokens.AuthenticateAsync("from-the-environment", Ct));
    }

    [Fact]
    public async Task Secrets_InTheDatabaseFiles_AreNowhereInClear()
    {
        var user = await Users.AddAsync("visible-name", "Li", Role.Viewer, null, Ct);
        string[] secrets =
        [
            await Links.IssueAsync(user.Id, TimeSpan.FromMinutes(10), Ct),
            (await Tokens.IssueAsync("ci", Role.Operator, "li", null, Ct)).Secret,
            "adopted-secret-of-the-environment",
        ];
        await Tokens.AdoptAsync(secrets[2], "env", Role.Administrator, "system", Ct);

        var bytes = await Database.BytesAsync(Ct);

        Assert.True(bytes.AsSpan().IndexOf("visible-name"u8) >= 0, "The scan does not see what is stored.");
        Assert.All(secrets, secret => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
        Assert.Equal(43, secrets[0].Length);
    }
}
