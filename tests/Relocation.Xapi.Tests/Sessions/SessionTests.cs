using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Tests.Sessions;

public sealed class SessionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_SendsOriginatorAndLength_AndLogsOutAtTheEnd()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result(new[] { "OpaqueRef:1" })));
        await using (var session = Scripts.Session(server))
        {
            Assert.Equal("OpaqueRef:1", (await session.ReadAsync("VM.get_all", [], Token))[0].GetString());
        }

        Assert.Equal(["session.login_with_password", "VM.get_all", "session.logout"], server.Calls.Select(call => call.Method));
        Assert.Equal(["root", "pass-word-1", "1.0", "Relocation"], server.Calls[0].Parameters.Select(one => one.GetString()));
        Assert.Equal("s1", server.Calls[1].Text(0));
        Assert.All(server.Calls, call =>
        {
            Assert.Contains("Content-Length:", call.Head, StringComparison.Ordinal);
            Assert.DoesNotContain("chunked", call.Head, StringComparison.OrdinalIgnoreCase);
            Assert.StartsWith("POST /jsonrpc HTTP/1.1", call.Head, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task ManyCallsAtOnce_LogInOnce()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Result(call.Text(1))));
        await using var session = Scripts.Session(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => session.ReadAsync("VM.get_uuid", [$"r{number}"], Token)));
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"r{number}"), answers.Select(answer => answer.GetString()));
        Assert.Single(server.CallsOf("session.login_with_password"));
    }

    [Fact]
    public async Task WrongPassword_IsXapisFailure_AndIsNotTriedAgain()
    {
        await using var server = new FakeXapi(call => call.Failure("SESSION_AUTHENTICATION_FAILED", "root", "Authentication failure"));
        await using var session = Scripts.Session(server);
        var refusal = await Assert.ThrowsAsync<XapiFailureException>(() => session.ConnectAsync(Token));
        Assert.Equal("SESSION_AUTHENTICATION_FAILED [root, Authentication failure]", refusal.Failure.ToString());
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Member_NamesCoordinator_WhichIsFollowedOnTheSamePort()
    {
        await using var member = new FakeXapi(call => call.Failure("HOST_IS_SLAVE", "127.0.0.2"));
        await using var coordinator = new FakeXapi(Scripts.WithLogin(call => call.Result("yes")), "127.0.0.2", member.Address.Port);
        await using var session = Scripts.Session(member);
        Assert.Equal("yes", (await session.ReadAsync("VM.get_all", [], Token)).GetString());
        Assert.Equal(coordinator.Address, session.Coordinator);
        Assert.Single(member.Calls);
    }

    [Fact]
    public async Task MembersNamingEachOther_EndInTheirRefusal()
    {
        await using var server = new FakeXapi(call => call.Failure("HOST_IS_SLAVE", "127.0.0.1"));
        await using var session = Scripts.Session(server);
        var refusal = await Assert.ThrowsAsync<XapiFailureException>(() => session.ConnectAsync(Token));
        Assert.Equal("HOST_IS_SLAVE", refusal.Failure.Code);
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task MemberNamingNonsense_IsUnreachable()
    {
        await using var server = new FakeXapi(call => call.Failure("HOST_IS_SLAVE", "http://evil.example/?x="));
        await using var session = Scripts.Session(server);
        await Assert.ThrowsAsync<XapiUnreachableException>(() => session.ConnectAsync(Token));
    }

    [Fact]
    public async Task LostSession_ReadIsRepeatedAfterOneNewLogin()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Text(0) == "s1" ? call.Failure("SESSION_INVALID", "s1") : call.Result("there")));
        await using var session = Scripts.Session(server);
        Assert.Equal("there", (await session.ReadAsync("VM.get_all", [], Token)).GetString());
        Assert.Equal(2, server.CallsOf("session.login_with_password").Count);
        Assert.Equal(2, server.CallsOf("VM.get_all").Count);
    }

    [Fact]
    public async Task SessionLostAgain_IsReportedRatherThanLoopedOn()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Failure("SESSION_INVALID", call.Text(0))));
        await using var session = Scripts.Session(server);
        var refusal = await Assert.ThrowsAsync<XapiFailureException>(() => session.ReadAsync("VM.get_all", [], Token));
        Assert.Equal("SESSION_INVALID", refusal.Failure.Code);
        Assert.Equal(2, server.CallsOf("VM.get_all").Count);
    }

    [Fact]
    public async Task LostSession_WriteIsNotRepeated_ButTheNextCallLogsInAnew()
    {
        await using var server = new FakeXapi(Scripts.WithLogin(call => call.Text(0) == "s1" ? call.Failure("SESSION_INVALID", "s1") : call.Result("")));
        await using var session = Scripts.Session(server);
        await Assert.ThrowsAsync<XapiFailureException>(() => session.WriteAsync("VM.start", ["r"], Token));
        Assert.Single(server.CallsOf("VM.start"));
        await session.ReadAsync("VM.get_all", [], Token);
        Assert.Equal("s2", server.CallsOf("VM.get_all").Single().Text(0));
    }

    [Fact]
    public async Task PasswordAndSession_AreNeverInTexts()
    {
        var endpoint = new PoolEndpoint(new Uri("https://10.0.0.1"), "root", "pass-word-1", null);
        Assert.DoesNotContain("pass-word-1", $"{endpoint}", StringComparison.Ordinal);
        await using var server = new FakeXapi(_ => FakeReply.Drop);
        await using var session = Scripts.Session(server);
        var lost = await Assert.ThrowsAsync<XapiUnreachableException>(() => session.ConnectAsync(Token));
        Assert.DoesNotContain("pass-word-1", lost.ToString(), StringComparison.Ordinal);
    }
}
