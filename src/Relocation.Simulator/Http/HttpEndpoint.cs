using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Relocation.Simulator.Http;

/// <summary>
/// An address that answers HTTP, plain or over TLS on the same port: the first byte tells, 0x16 begins a TLS handshake. A server
/// of our own because the wire must be the real one's: its headers, its refusal of chunked bodies, its pipelining.
/// </summary>
public sealed class HttpEndpoint : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16;
    private const int Backlog = 128;

    private readonly X509Certificate2 certificate;
    private readonly Func<HttpRequest, CancellationToken, Task<HttpResponse>> answer;
    private readonly ConcurrentDictionary<Socket, Task> connections = new();
    private TcpListener? listener;
    private CancellationTokenSource stopping = new();
    private Task accepting = Task.CompletedTask;

    /// <summary>An endpoint that is not yet open.</summary>
    /// <param name="address">Where it listens; port 0 takes a free one.</param>
    /// <param name="certificate">What it shows over TLS.</param>
    /// <param name="answer">What it answers.</param>
    public HttpEndpoint(IPEndPoint address, X509Certificate2 certificate, Func<HttpRequest, CancellationToken, Task<HttpResponse>> answer)
    {
        Address = address;
        this.certificate = certificate;
        this.answer = answer;
    }

    /// <summary>Where it listens; the port is known once it is open.</summary>
    public IPEndPoint Address { get; private set; }

    /// <summary>Whether it accepts connections.</summary>
    public bool IsOpen => listener is not null;

    /// <summary>Begins to accept connections.</summary>
    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public void Open()
    {
        if (listener is not null)
        {
            return;
        }
        var fresh = new TcpListener(Address);
        fresh.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        fresh.Start(Backlog);
        listener = fresh;
        Address = (IPEndPoint)fresh.LocalEndpoint;
        stopping = new CancellationTokenSource();
        accepting = AcceptAsync(fresh, stopping.Token);
    }

    /// <summary>Stops accepting and cuts every connection, as a crash or a restart does.</summary>
    public async Task CloseAsync()
    {
        if (listener is null)
        {
            return;
        }
        listener.Stop();
        listener = null;
        await stopping.CancelAsync().ConfigureAwait(false);
        CutConnections();
        await accepting.ConfigureAwait(false);
        await Task.WhenAll(connections.Values).ConfigureAwait(false);
        stopping.Dispose();
    }

    /// <summary>Cuts every connection but goes on accepting.</summary>
    public void CutConnections()
    {
        foreach (var socket in connections.Keys)
        {
            socket.Close();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    private async Task AcceptAsync(TcpListener source, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var socket = await source.AcceptSocketAsync(cancellation).ConfigureAwait(false);
                var started = new TaskCompletionSource();
                connections[socket] = ServeAsync(socket, started.Task, cancellation);
                started.SetResult();
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (cancellation.IsCancellationRequested || !source.Server.IsBound)
                {
                    return;
                }
            }
        }
    }

    private async Task ServeAsync(Socket socket, Task registered, CancellationToken cancellation)
    {
        await registered.ConfigureAwait(false);
        await Task.Yield();
        try
        {
            socket.NoDelay = true;
            var first = new byte[1];
            if (await socket.ReceiveAsync(first, SocketFlags.Peek, cancellation).ConfigureAwait(false) == 0)
            {
                return;
            }
            await using var plain = new NetworkStream(socket, ownsSocket: false);
            if (first[0] != TlsHandshake)
            {
                await new HttpConnection(plain, isEncrypted: false, answer).ServeAsync(cancellation).ConfigureAwait(false);
                return;
            }
            await using var encrypted = new SslStream(plain);
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellation).ConfigureAwait(false);
            await new HttpConnection(encrypted, isEncrypted: true, answer).ServeAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException or AuthenticationException or ObjectDisposedException)
        {
            // A client that goes, that dislikes the certificate, or that is cut ends its own connection only.
        }
        finally
        {
            connections.TryRemove(socket, out _);
            socket.Close();
        }
    }
}
