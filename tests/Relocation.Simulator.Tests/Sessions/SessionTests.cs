using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Sessions;

public sealed class SessionTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SimulatedPool pool;

    public SessionTests() => pool = SimulatedPools.Small(SimulatedPools.World(time));

    [Theory]
    [InlineData("root", "secret")]
    [InlineData("root", "secret", "x.y")]
    [InlineData("root", "secret", "2.21", "cap")]
    public async Task LogIn_TakesTwoToFourArguments(params string[] arguments)
    {
        var session = (await LogInAsync(arguments)).Text();
        var record = pool.Database.Require("session", session);
        Assert.Equal(arguments.Length > 3 ? "cap" : "", record.Text("originator"));
        Assert.Equal((XapiValue)true, await pool.CallAsync(session, "session.get_is_local_superuser", session));
        Assert.Equal(XapiSet.Empty, await pool.CallAsync(session, "session.get_rbac_permissions", session));
        Assert.Equal((XapiValue)pool.Coordinator.Ref, await pool.CallAsync(session, "session.get_this_host", session));
    }

    [Fact]
    public async Task WrongPassword_IsRefusedAfterTheDelay()
    {
        var slow = new SimulatedPool("slow", pool.Database, pool.World, pool.Credentials with { FailureDelay = TimeSpan.FromSeconds(5) }, pool.Operations);
        var refused = slow.Dispatcher.CallAsync("session.login_with_password", ["root", "wrong"], new CallOrigin(pool.Coordinator, default));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(refused.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        var fault = await Assert.ThrowsAsync<XapiException>(() => refused);
        Assert.Equal(["SESSION_AUTHENTICATION_FAILED", "root", "Authentication failure"], fault.Description);
    }

    [Fact]
    public async Task SecondLogout_FindsNoSession()
    {
        var session = pool.LogIn();
        await pool.CallAsync(session, "session.logout");
        var fault = await Assert.ThrowsAsync<XapiException>(() => pool.CallAsync(session, "session.logout"));
        Assert.Equal(["SESSION_INVALID", session], fault.Description);
    }

    [Fact]
    public void Credentials_DoNotShowThePassword() => Assert.DoesNotContain("secret", pool.Credentials.ToString(), StringComparison.Ordinal);

    private Task<XapiValue> LogInAsync(string[] arguments) =>
        pool.Dispatcher.CallAsync("session.login_with_password", [.. arguments.Select(text => (XapiValue)text)], new CallOrigin(pool.Coordinator, default));
}
