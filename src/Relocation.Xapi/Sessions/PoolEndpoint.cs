namespace Relocation.Xapi.Sessions;

/// <summary>How to reach a pool and as whom. Printing it never shows the password.</summary>
/// <param name="Address">Address of the coordinator, or of any member: members name the coordinator. `https` demands a pinned certificate; `http` is used only when written out.</param>
/// <param name="User">User name.</param>
/// <param name="Password">Password; never logged.</param>
/// <param name="PinnedFingerprint">SHA-256 fingerprint of the certificate that is accepted; several, for other members that may become coordinator, are separated by commas. Null refuses every https connection.</param>
public sealed record PoolEndpoint(Uri Address, string User, string Password, string? PinnedFingerprint)
{
    /// <inheritdoc />
    public override string ToString() => $"{User}@{Address}";
}
