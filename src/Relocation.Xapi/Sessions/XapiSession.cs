using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Relocation.Xapi.Sessions;

/// <summary>
/// A session with a pool, safe for concurrent calls. It logs in on first need, follows HOST_IS_SLAVE to the coordinator, and logs in anew when XAPI
/// has forgotten it. Reads are repeated on lost connections and lost sessions; writes never are: their caller observes first.
/// </summary>
public sealed class XapiSession : IAsyncDisposable
{
    private readonly XapiSessionOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly XapiTransport transport;
    private readonly RetryDelay delay;
    private readonly SemaphoreSlim loginGate = new(1, 1);
    private readonly SemaphoreSlim calls;
    private XapiLogin? login;
    private long lastId;

    /// <summary>Prepares a session; nothing is sent yet.</summary>
    public XapiSession(PoolEndpoint endpoint, XapiSessionOptions? options = null, TimeProvider? time = null, ILogger<XapiSession>? logger = null)
    {
        Endpoint = endpoint;
        this.options = options ?? new XapiSessionOptions();
        this.time = time ?? TimeProvider.System;
        this.logger = logger ?? (ILogger)NullLogger.Instance;
        transport = new XapiTransport(endpoint, this.options, this.time);
        delay = new RetryDelay(this.options.FirstDelay, this.options.LongestDelay, this.options.Seed);
        calls = new SemaphoreSlim(this.options.ConcurrentCalls);
    }

    /// <summary>Where and as whom.</summary>
    public PoolEndpoint Endpoint { get; }

    /// <summary>The coordinator the session talks to; the configured address before the first login.</summary>
    public Uri Coordinator => Volatile.Read(ref login)?.Coordinator ?? Endpoint.Address;

    /// <summary>Logs in unless that is done already.</summary>
    /// <exception cref="XapiFailureException">Refused, for example SESSION_AUTHENTICATION_FAILED.</exception>
    /// <exception cref="CertificateRefusedException">The certificate is not the pinned one.</exception>
    /// <exception cref="XapiUnreachableException">No answer.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken) => LoginAsync(null, cancellationToken);

    /// <summary>Calls a method without effects, repeating it on lost connections and, once, on a lost session.</summary>
    /// <param name="method">Name such as `VM.get_record`.</param>
    /// <param name="parameters">Parameters after the session: texts, flags, numbers, lists of texts, maps of texts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="XapiFailureException">XAPI refused.</exception>
    /// <exception cref="XapiUnreachableException">No answer after all attempts.</exception>
    public async Task<JsonElement> ReadAsync(string method, IReadOnlyList<object?> parameters, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(method, parameters, cancellationToken);
            }
            catch (XapiUnreachableException lost) when (attempt < options.ReadAttempts)
            {
                var wait = delay.Before(attempt);
                logger.LogInformation("{Method} at {Pool} got no answer ({Reason}); attempt {Attempt} follows in {Wait}", method, Endpoint.Address, lost.Message, attempt + 1, wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    /// <summary>Calls a method with effects, once, over a connection of its own. A session that is not known is not logged in anew for it.</summary>
    /// <exception cref="XapiFailureException">XAPI refused; nothing was done.</exception>
    /// <exception cref="XapiUnreachableException">No answer: whether it was done is unknown, unless the exception says that it never left.</exception>
    public async Task<JsonElement> WriteAsync(string method, IReadOnlyList<object?> parameters, CancellationToken cancellationToken)
    {
        var current = await LoginForWriteAsync(cancellationToken);
        await calls.WaitAsync(cancellationToken);
        try
        {
            return await PostAsync(current.Coordinator, method, [current.Reference, .. parameters], write: true, options.Timeout, cancellationToken);
        }
        catch (XapiFailureException refusal) when (LostSession(refusal))
        {
            Forget(current);
            throw;
        }
        finally
        {
            calls.Release();
        }
    }

    /// <summary>Calls a method without effects that may take long, such as `event.from`, once: it counts not among the concurrent calls and is not repeated on lost connections.</summary>
    public Task<JsonElement> WaitAsync(string method, IReadOnlyList<object?> parameters, TimeSpan timeout, CancellationToken cancellationToken) =>
        WithSessionAsync(current => PostAsync(current.Coordinator, method, [current.Reference, .. parameters], write: false, timeout, cancellationToken), cancellationToken);

    /// <summary>As <see cref="WaitAsync"/>, but a lost session is reported rather than logged in anew: whoever follows events must not go on as if nothing had happened.</summary>
    internal async Task<JsonElement> FollowAsync(string method, IReadOnlyList<object?> parameters, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var current = await LoginAsync(null, cancellationToken);
        try
        {
            return await PostAsync(current.Coordinator, method, [current.Reference, .. parameters], write: false, timeout, cancellationToken);
        }
        catch (XapiFailureException refusal) when (LostSession(refusal))
        {
            Forget(current);
            throw;
        }
    }

    /// <summary>Logs out, if logged in and if it can be done soon. The next call would log in anew.</summary>
    public async Task LogoutAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref login, null) is not { } current)
        {
            return;
        }

        try
        {
            await PostAsync(current.Coordinator, "session.logout", [current.Reference], write: true, TimeSpan.FromSeconds(5), cancellationToken);
        }
        catch (Exception problem) when (problem is XapiFailureException or XapiUnreachableException or CertificateRefusedException)
        {
            logger.LogDebug("Logging out of {Pool} was not confirmed: {Reason}", Endpoint.Address, problem.Message);
        }
    }

    /// <summary>Logs out another session of the same pool, such as the one that host.migrate_receive makes.</summary>
    internal async Task EndAsync(string otherSession, CancellationToken cancellationToken)
    {
        if (otherSession.Length > 0)
        {
            await PostAsync(Coordinator, "session.logout", [otherSession], write: true, options.Timeout, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await LogoutAsync(CancellationToken.None);
        transport.Dispose();
        loginGate.Dispose();
        calls.Dispose();
    }

    private async Task<JsonElement> ReadOnceAsync(string method, IReadOnlyList<object?> parameters, CancellationToken cancellationToken)
    {
        await calls.WaitAsync(cancellationToken);
        try
        {
            return await WaitAsync(method, parameters, options.Timeout, cancellationToken);
        }
        finally
        {
            calls.Release();
        }
    }

    private async Task<JsonElement> WithSessionAsync(Func<XapiLogin, Task<JsonElement>> call, CancellationToken cancellationToken)
    {
        var current = await LoginAsync(null, cancellationToken);
        try
        {
            return await call(current);
        }
        catch (XapiFailureException refusal) when (LostSession(refusal))
        {
            logger.LogInformation("{Pool} no longer knows our session ({Code}); logging in anew", Endpoint.Address, refusal.Failure.Code);
            return await call(await LoginAsync(current, cancellationToken));
        }
    }

    private static bool LostSession(XapiFailureException refusal) => refusal.Failure.Code is XapiFailure.SessionInvalid or XapiFailure.HostIsSlave;

    private void Forget(XapiLogin lost) => Interlocked.CompareExchange(ref login, null, lost);

    private async Task<XapiLogin> LoginForWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await LoginAsync(null, cancellationToken);
        }
        catch (XapiUnreachableException lost)
        {
            throw new XapiUnreachableException(lost.Message, mayHaveActed: false, lost);
        }
    }

    /// <summary>The login in force; a new one when there is none or only the one known to be lost.</summary>
    private async Task<XapiLogin> LoginAsync(XapiLogin? lost, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref login) is { } known && known != lost)
        {
            return known;
        }

        await loginGate.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref login) is { } made && made != lost)
            {
                return made;
            }

            var fresh = await LoginAtCoordinatorAsync(cancellationToken);
            Volatile.Write(ref login, fresh);
            return fresh;
        }
        finally
        {
            loginGate.Release();
        }
    }

    private async Task<XapiLogin> LoginAtCoordinatorAsync(CancellationToken cancellationToken)
    {
        var address = Endpoint.Address;
        for (var hop = 0; ; hop++)
        {
            try
            {
                var reference = await PostAsync(address, "session.login_with_password", [Endpoint.User, Endpoint.Password, "1.0", options.Originator], write: false, options.Timeout, cancellationToken);
                logger.LogInformation("Logged in to {Coordinator} as {User}", address, Endpoint.User);
                return new XapiLogin(address, reference.GetString() ?? throw new XapiUnreachableException($"{address.Authority} gave no session.", mayHaveActed: false));
            }
            catch (XapiFailureException refusal) when (refusal.Failure.Code == XapiFailure.HostIsSlave && hop < options.CoordinatorHops)
            {
                address = CoordinatorAddress.From(address, refusal.Failure.Parameters)
                    ?? throw new XapiUnreachableException($"{address.Authority} names no usable coordinator address: {refusal.Failure}", mayHaveActed: false);
            }
        }
    }

    private async Task<JsonElement> PostAsync(Uri address, string method, IReadOnlyList<object?> parameters, bool write, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var reply = await transport.PostAsync(address, JsonRpc.Encode(id, method, parameters), write, timeout, cancellationToken);
        try
        {
            return JsonRpc.Decode(reply, id, method);
        }
        catch (FormatException problem)
        {
            throw new XapiUnreachableException($"{address.Authority} answered {method} with something that is {problem.Message}.", mayHaveActed: true, problem);
        }
    }
}
