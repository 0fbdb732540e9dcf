using Relocation.Core.Inventory;

namespace Relocation.Data.Connections;

/// <summary>How a live pool is reached. The password is not part of it: it is asked for by itself where it is used.</summary>
/// <param name="Id">The connection.</param>
/// <param name="Address">The pool's address, such as https://10.0.0.5.</param>
/// <param name="User">User name.</param>
/// <param name="PinnedFingerprint">SHA-256 fingerprint of the certificate a person accepted; null before the first use.</param>
/// <param name="Pool">The pool found there; null before the first import.</param>
/// <param name="Enabled">The pool is watched.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="ChangedAt">When a person last changed it.</param>
public sealed record PoolConnection(
    ConnectionId Id,
    Uri Address,
    string User,
    string? PinnedFingerprint,
    PoolId? Pool,
    bool Enabled,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt);
