using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Relocation.Xapi.Tests.Sessions;

/// <summary>A tiny JSON-RPC endpoint on a raw socket whose every answer is a script's: it can drop, hang and talk nonsense, which a real server would not do on demand.</summary>
internal sealed class FakeXapi : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Func<FakeCall, FakeReply> script;
    private readonly X509Certificate2? certificate;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<FakeCall> calls = new();
    private readonly ConcurrentBag<Task> work = [];
    private int connections;

    public FakeXapi(Func<FakeCall, FakeReply> script, string ip = "127.0.0.1", int port = 0, X509Certificate2? certificate = null)
    {
        this.script = script;
        this.certificate = certificate;
        listener = new TcpListener(IPAddress.Parse(ip), port);
        listener.Start();
        var at = (IPEndPoint)listener.LocalEndpoint;
        Address = new UriBuilder(certificate is null ? "http" : "https", at.Address.ToString(), at.Port).Uri;
        work.Add(AcceptAsync());
    }

    public Uri Address { get; }

    public IReadOnlyList<FakeCall> Calls => [.. calls];

    public int Connections => Volatile.Read(ref connections);

    public IReadOnlyList<FakeCall> CallsOf(string method) => [.. calls.Where(call => call.Method == method)];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await Task.WhenAll(work);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                work.Add(ServeAsync(client, Interlocked.Increment(ref connections)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException && stop.IsCancellationRequested)
        {
            // stopped
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using var owned = client;
        try
        {
            await using var stream = await GreetAsync(client.GetStream());
            while (await ReadAsync(stream, number) is { } call)
            {
                calls.Enqueue(call);
                var reply = script(call);
                if (reply.Hang)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
                }

                if (reply.Bytes is null)
                {
                    return;
                }

                await stream.WriteAsync(reply.Bytes, stop.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
        {
            // the client went away, as it may
        }
    }

    private async Task<Stream> GreetAsync(Stream plain)
    {
        if (certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private async Task<FakeCall?> ReadAsync(Stream stream, int number)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var text = Encoding.ASCII.GetString([.. head]);
        var length = text.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line[15..], null)).Single();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, stop.Token);
        return new FakeCall(number, text, JsonDocument.Parse(body).RootElement);
    }

    private static bool EndsHead(List<byte> head) => head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
