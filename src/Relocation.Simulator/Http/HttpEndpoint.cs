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
    private readonly Lock gate = new();
    private Listening? open;
    private bool isRetired;

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
    public bool IsOpen => open is not null;

    /// <summary>Begins to accept connections; does nothing when it does already, or once it is disposed of.</summary>
    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public void Open()
    {
        lock (gate)
        {
            if (open is not null || isRetired)
            {
                return;
            }
            var listener = new TcpListener(Address);
            listener.Start(Backlog);
            Address = (IPEndPoint)listener.LocalEndpoint;
            var (refusing, stopping) = (new CancellationTokenSource(), new CancellationTokenSource());
            open = new Listening(listener, refusing, stopping, AcceptAsync(listener, refusing.Token, stopping.Token));
        }
    }

    /// <summary>Stops accepting and cuts every connection, as a crash or a restart does. It may be opened again.</summary>
    public async Task CloseAsync()
    {
        Listening closed;
        lock (gate)
        {
            if (open is null)
            {
                return;
            }
            closed = open;
            open = null;
            // Only the accepting loop hears this one: nothing foreign runs inside the lock.
            closed.Refusing.Cancel();
            closed.Listener.Stop();
        }
        await closed.Accepting.ConfigureAwait(false);
        await closed.Stopping.CancelAsync().ConfigureAwait(false);
        var served = connections.Values.ToArray();
        CutConnections();
        await Task.WhenAll(served).ConfigureAwait(false);
        closed.Refusing.Dispose();
        closed.Stopping.Dispose();
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
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isRetired = true;
        }
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task AcceptAsync(TcpListener source, CancellationToken refusing, CancellationToken stopping)
    {
        while (!refusing.IsCancellationRequested)
        {
            try
            {
                var socket = await source.AcceptSocketAsync(refusing).ConfigureAwait(false);
                var started = new TaskCompletionSource();
                connections[socket] = ServeAsync(socket, started.Task, stopping);
                started.SetResult();
            }
            catch (SocketException) when (!refusing.IsCancellationRequested)
            {
                // A client that went before it was accepted.
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
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

    /// <summary>What belongs to one time of being open: closing and opening may overlap.</summary>
    private sealed record Listening(TcpListener Listener, CancellationTokenSource Refusing, CancellationTokenSource Stopping, Task Accepting);
}
