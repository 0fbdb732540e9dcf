using System.Security.Cryptography;
using System.Text;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Sessions;

/// <summary>Who is logged in: rows of the class session (ocaml/xapi/xapi_session.ml).</summary>
public sealed class SessionRegister(SimulatedPool pool)
{
    private static readonly TimeSpan ActivityStep = TimeSpan.FromSeconds(600);

    /// <summary>Checks a password and opens a session.</summary>
    /// <exception cref="XapiException">SESSION_AUTHENTICATION_FAILED, after the pool's delay.</exception>
    public async Task<string> LogInAsync(string user, string password, string originator, CallOrigin origin)
    {
        if (!Same(user, pool.Credentials.User) || !Same(password, pool.Credentials.Password))
        {
            await Task.Delay(pool.Credentials.FailureDelay, pool.Clock.Wall, origin.Cancellation).ConfigureAwait(false);
            throw new XapiException("SESSION_AUTHENTICATION_FAILED", user, "Authentication failure");
        }
        return Open(user, originator, origin.Host.Ref);
    }

    /// <summary>Opens a session without a password: what host.migrate_receive gives to the sending pool.</summary>
    public string Open(string user, string originator, string host)
    {
        var now = pool.Clock.Now;
        return pool.Database.Create("session",
        [
            KeyValuePair.Create("this_host", (XapiValue)host),
            KeyValuePair.Create("last_active", (XapiValue)now),
            KeyValuePair.Create("validation_time", (XapiValue)now),
            KeyValuePair.Create("is_local_superuser", (XapiValue)true),
            KeyValuePair.Create("auth_user_name", (XapiValue)user),
            KeyValuePair.Create("originator", (XapiValue)originator),
        ]).Ref;
    }

    /// <summary>The session of a reference, or null; its last activity is noted, at most every ten minutes.</summary>
    public XapiObject? Use(string reference)
    {
        var session = Find(reference);
        if (session is not null && pool.Clock.Now - session.Date("last_active") > ActivityStep)
        {
            pool.Database.Set(session, "last_active", pool.Clock.Now);
        }
        return session;
    }

    /// <summary>The session of a reference, or null.</summary>
    public XapiObject? Find(string reference) => pool.Database.Find("session", reference);

    /// <summary>Ends a session.</summary>
    public void Close(XapiObject session) => pool.Database.Destroy(session);

    /// <summary>Ends all sessions.</summary>
    public void Clear() =>
        pool.Database.Atomically(() =>
        {
            foreach (var session in pool.Database.All("session"))
            {
                pool.Database.Destroy(session);
            }
        });

    private static bool Same(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));
}
