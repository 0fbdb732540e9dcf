using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Relocation.Simulator.Database;
using Relocation.Simulator.Http;

namespace Relocation.Simulator.Hosting;

/// <summary>A pool that answers: the coordinator at 127.0.0.1, members at 127.0.0.2 and on, all at one port, plain and over TLS.</summary>
public sealed class ServedPool : IAsyncDisposable
{
    private const int MostAttempts = 20;

    private readonly X509Certificate2 certificate;
    private readonly ControlRoutes control;
    private readonly Dictionary<string, HttpEndpoint> endpoints = new(StringComparer.Ordinal);

    private ServedPool(SimulatedPool pool, ControlRoutes control, X509Certificate2 certificate)
    {
        Pool = pool;
        this.control = control;
        this.certificate = certificate;
        Fingerprint = Convert.ToHexString(certificate.GetCertHash(HashAlgorithmName.SHA256));
    }

    /// <summary>The pool.</summary>
    public SimulatedPool Pool { get; }

    /// <summary>Its name on this machine.</summary>
    public string Name => Pool.Name;

    /// <summary>The coordinator's address over TLS; the same port answers http as well.</summary>
    public Uri Url => new($"https://127.0.0.1:{Port}");

    /// <summary>The port of all its hosts.</summary>
    public int Port { get; private set; }

    /// <summary>The user that may log in.</summary>
    public string User => Pool.Credentials.User;

    /// <summary>The user's password.</summary>
    public string Password => Pool.Credentials.Password;

    /// <summary>The certificate's SHA-256 in hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>The endpoint of a host, or null when it is not served.</summary>
    public HttpEndpoint? EndpointOf(string host) => endpoints.GetValueOrDefault(host);

    /// <summary>Restarts the coordinator's toolstack: connections are cut, sessions and tasks forgotten. It answers again at once.</summary>
    public async Task RestartAsync()
    {
        await GoDownAsync().ConfigureAwait(false);
        ComeUp();
    }

    /// <summary>Stops answering at every host and forgets sessions and tasks.</summary>
    public async Task GoDownAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        Pool.ForgetSessionsAndTasks();
    }

    /// <summary>Stops answering at every host, as a cut line does; sessions and tasks live on.</summary>
    public async Task CloseAsync()
    {
        foreach (var endpoint in endpoints.Values)
        {
            await endpoint.CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Cuts every connection; new ones are accepted.</summary>
    public void CutConnections()
    {
        foreach (var endpoint in endpoints.Values)
        {
            endpoint.CutConnections();
        }
    }

    /// <summary>Answers again.</summary>
    public void ComeUp()
    {
        foreach (var endpoint in endpoints.Values)
        {
            endpoint.Open();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var endpoint in endpoints.Values)
        {
            await endpoint.DisposeAsync().ConfigureAwait(false);
        }
        certificate.Dispose();
    }

    internal static ServedPool Open(SimulatedPool pool, PoolOptions options, ControlRoutes control)
    {
        var served = new ServedPool(pool, control, SelfSignedCertificate.Create(pool.Name, [IPAddress.Loopback], pool.Clock.Wall.GetUtcNow()));
        var coordinator = pool.Coordinator;
        var first = served.Endpoint(coordinator, new IPEndPoint(IPAddress.Loopback, options.Port));
        first.Open();
        served.Port = first.Address.Port;
        served.endpoints.Add(coordinator.Ref, first);
        if (options.ServesMembers)
        {
            served.OpenMembers(coordinator);
        }
        return served;
    }

    private void OpenMembers(XapiObject coordinator)
    {
        var number = 1;
        foreach (var member in Pool.Database.All("host").Where(host => host.Ref != coordinator.Ref).Take(MostAttempts).OrderBy(host => host.Uuid, StringComparer.Ordinal))
        {
            var endpoint = Endpoint(member, new IPEndPoint(new IPAddress([127, 0, 0, (byte)++number]), Port));
            try
            {
                endpoint.Open();
            }
            catch (SocketException)
            {
                // Some systems have only one loopback address: the member is then not reachable, as behind a firewall.
                continue;
            }
            endpoints.Add(member.Ref, endpoint);
        }
    }

    private HttpEndpoint Endpoint(XapiObject host, IPEndPoint address) =>
        new(address, certificate, new PoolRouter(Pool, host, control).AnswerAsync);
}
