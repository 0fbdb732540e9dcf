namespace Relocation.Xapi.Sessions;

/// <summary>An address presents a certificate that is not pinned. Nothing was sent to it, the password least of all.</summary>
/// <param name="address">Who presented it.</param>
/// <param name="pinned">What is pinned; empty when nothing is.</param>
/// <param name="presented">What was presented.</param>
public sealed class CertificateRefusedException(Uri address, string pinned, string presented) : Exception(Describe(address, pinned, presented))
{
    /// <summary>Who presented the certificate; another member than configured when the pool named its coordinator.</summary>
    public Uri Address { get; } = address;

    /// <summary>Fingerprints pinned for the pool; empty when none is.</summary>
    public string Pinned { get; } = pinned;

    /// <summary>Fingerprint presented.</summary>
    public string Presented { get; } = presented;

    private static string Describe(Uri address, string pinned, string presented) => pinned.Length == 0
        ? $"No certificate is pinned for {address.Authority}; it presents {presented}. Compare it with the host's own and pin it."
        : $"The certificate of {address.Authority} is not the pinned one: pinned {pinned}, presented {presented}. If the host's certificate was renewed, compare and pin the new one.";
}
