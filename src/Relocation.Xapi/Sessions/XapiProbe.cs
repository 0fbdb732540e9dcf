using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Relocation.Xapi.Sessions;

/// <summary>Looks at an address before it is trusted.</summary>
public static class XapiProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The certificate that an https address presents. It is neither trusted nor judged, and nothing but the TLS greeting is sent.</summary>
    /// <exception cref="ArgumentException">The address is not https.</exception>
    /// <exception cref="XapiUnreachableException">Nothing answers there, or it does not speak TLS.</exception>
    public static async Task<CertificateFacts> FingerprintAsync(Uri address, CancellationToken cancellationToken = default)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException($"{address} is not https: it has no certificate.", nameof(address));
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await GreetAsync(address, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new XapiUnreachableException($"{address.Authority} did not answer within {Patience.TotalSeconds} s.", mayHaveActed: false);
        }
        catch (Exception problem) when (problem is SocketException or IOException or AuthenticationException)
        {
            throw new XapiUnreachableException($"{address.Authority} cannot be asked for its certificate: {problem.Message}", mayHaveActed: false, problem);
        }
    }

    private static async Task<CertificateFacts> GreetAsync(Uri address, CancellationToken cancellationToken)
    {
        CertificateFacts? facts = null;
        using var client = new TcpClient();
        await client.ConnectAsync(address.IdnHost, address.Port, cancellationToken);
        await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) =>
        {
            facts = FactsOf(certificate);
            return facts is not null;
        });
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.IdnHost }, cancellationToken);
        return facts ?? throw new AuthenticationException("no certificate was presented");
    }

    private static CertificateFacts? FactsOf(X509Certificate? certificate)
    {
        if (certificate is null)
        {
            return null;
        }

        using var whole = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return new CertificateFacts(
            CertificateFingerprint.Of(whole.RawDataMemory.Span),
            whole.Subject,
            whole.Issuer,
            new DateTimeOffset(whole.NotBefore.ToUniversalTime()),
            new DateTimeOffset(whole.NotAfter.ToUniversalTime()));
    }
}
