using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Relocation.Xapi.Sessions;

/// <summary>
/// Posts call bodies over HTTP. Bodies always carry a Content-Length, since XAPI answers 500 to chunked ones. Writes go over a connection of their
/// own: .NET silently repeats a request when a kept-alive connection turns out to be closed, and a write must never be sent twice.
/// </summary>
internal sealed class XapiTransport : IDisposable
{
    private readonly string pinned;
    private readonly TimeProvider time;
    private readonly HttpClient reads;
    private readonly HttpClient writes;

    public XapiTransport(PoolEndpoint endpoint, XapiSessionOptions options, TimeProvider time)
    {
        pinned = endpoint.PinnedFingerprint ?? "";
        this.time = time;
        reads = Client(options, keepAlive: true);
        writes = Client(options, keepAlive: false);
    }

    /// <summary>Posts a body and returns the reply's.</summary>
    /// <exception cref="XapiUnreachableException">No trustworthy reply came.</exception>
    /// <exception cref="CertificateRefusedException">The address presents another certificate than the pinned one.</exception>
    public async Task<byte[]> PostAsync(Uri address, byte[] body, bool write, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/jsonrpc"))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await (write ? writes : reads).SendAsync(request, HttpCompletionOption.ResponseContentRead, both.Token);
            Judge(address, response);
            return await response.Content.ReadAsByteArrayAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new XapiUnreachableException($"{address.Authority} did not answer within {timeout.TotalSeconds:0.#} s.", mayHaveActed: true);
        }
        catch (HttpRequestException problem)
        {
            throw (Exception?)Refusal(address, problem) ?? Lost(address, problem);
        }
    }

    public void Dispose()
    {
        reads.Dispose();
        writes.Dispose();
    }

    private static void Judge(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Redirect)
        {
            throw new XapiUnreachableException($"{address.Authority} sends us to {response.Headers.Location}: the pool allows https only.", mayHaveActed: false);
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new XapiUnreachableException($"{address.Authority} answered HTTP {(int)response.StatusCode}, which XAPI does not do to a call.", mayHaveActed: true);
        }

        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw new XapiUnreachableException($"{address.Authority} answered with {response.Content.Headers.ContentType?.ToString() ?? "no content type"}, not JSON: is it a XAPI server?", mayHaveActed: true);
        }
    }

    private CertificateRefusedException? Refusal(Uri address, Exception? problem) => problem switch
    {
        null => null,
        UnpinnedCertificateException refusal => new CertificateRefusedException(address, pinned, refusal.Presented),
        _ => Refusal(address, problem.InnerException),
    };

    private static XapiUnreachableException Lost(Uri address, HttpRequestException problem)
    {
        var neverLeft = problem.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
        return new XapiUnreachableException($"{address.Authority}: {problem.Message}", !neverLeft, problem);
    }

    private HttpClient Client(XapiSessionOptions options, bool keepAlive)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = keepAlive ? TimeSpan.FromMinutes(10) : TimeSpan.Zero,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Accept },
        };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = options.LargestReply };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Relocation", "1"));
        return client;
    }

    /// <summary>Called within the TLS greeting, which knows no address of ours: its exception is unpacked where the address is known.</summary>
    private bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        var presented = CertificateFingerprint.Of(certificate.GetRawCertData());
        return CertificateFingerprint.IsAmong(pinned, presented) ? true : throw new UnpinnedCertificateException(presented);
    }

    private sealed class UnpinnedCertificateException(string presented) : Exception($"{presented} is not pinned")
    {
        public string Presented { get; } = presented;
    }
}
