using System.Security.Cryptography;

namespace Relocation.Xapi.Sessions;

/// <summary>SHA-256 fingerprints: how they are made, written and compared.</summary>
internal static class CertificateFingerprint
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>The fingerprint of a DER certificate as AA:BB:….</summary>
    public static string Of(ReadOnlySpan<byte> certificate) => Pairs(Convert.ToHexString(SHA256.HashData(certificate)));

    /// <summary>True when the fingerprint is among those pinned; case and colons do not matter.</summary>
    public static bool IsAmong(string? pinned, string presented) =>
        (pinned ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Any(one => Digits(one) == Digits(presented));

    private static string Digits(string fingerprint) => fingerprint.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Pairs(string digits) => string.Join(':', digits.Chunk(2).Select(pair => new string(pair)));
}
