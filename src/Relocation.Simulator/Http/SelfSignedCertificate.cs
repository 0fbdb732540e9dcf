using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Relocation.Simulator.Http;

/// <summary>The certificate a pool shows: made at start, signed by itself, as a real host's is by default.</summary>
public static class SelfSignedCertificate
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    /// <summary>A fresh one for a name and the loopback addresses given.</summary>
    public static X509Certificate2 Create(string name, IEnumerable<IPAddress> addresses, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name.Length is > 0 and <= 64 ? name : "simulated pool");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var address in addresses)
        {
            names.AddIpAddress(address);
        }
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + Life);
        // The key of a made certificate lives in memory only; TLS wants it imported.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
