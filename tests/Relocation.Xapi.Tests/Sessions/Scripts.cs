using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Tests.Sessions;

/// <summary>What most scripts share: sessions are given out as s1, s2, … and options that do not wait long.</summary>
internal static class Scripts
{
    public static readonly XapiSessionOptions Hasty = new() { FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(5) };

    public static Func<FakeCall, FakeReply> WithLogin(Func<FakeCall, FakeReply> rest)
    {
        var logins = 0;
        return call => call.Method switch
        {
            "session.login_with_password" => call.Result($"s{Interlocked.Increment(ref logins)}"),
            "session.logout" => call.Result(""),
            _ => rest(call),
        };
    }

    public static XapiSession Session(FakeXapi server, string? pinned = null, XapiSessionOptions? options = null, TimeProvider? time = null) =>
        new(new PoolEndpoint(server.Address, "root", "pass-word-1", pinned), options ?? Hasty, time);
}
