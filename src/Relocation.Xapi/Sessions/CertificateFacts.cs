namespace Relocation.Xapi.Sessions;

/// <summary>The certificate a pool's address presents, for a person to compare and pin.</summary>
/// <param name="Fingerprint">SHA-256 of the certificate, in pairs of capital hex digits with colons as XAPI's Certificate records show it.</param>
/// <param name="Subject">Distinguished name of its owner.</param>
/// <param name="Issuer">Distinguished name of who signed it; its own for a self-signed one, which is XAPI's default.</param>
/// <param name="ValidFrom">First instant it is valid.</param>
/// <param name="ValidUntil">Last instant it is valid.</param>
public sealed record CertificateFacts(string Fingerprint, string Subject, string Issuer, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil);
