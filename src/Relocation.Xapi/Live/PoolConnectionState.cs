namespace Relocation.Xapi.Live;

/// <summary>The state of the connection to a pool, to be shown.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Attempt">Which attempt failed last, from 1; 0 while connected or before any.</param>
/// <param name="NextTry">When the next attempt begins, if one is awaited.</param>
/// <param name="ReasonCode">One of <see cref="ConnectionReasons"/>; empty when all is well.</param>
/// <param name="Reason">The reason in technical words, without secrets.</param>
public sealed record PoolConnectionState(
    PoolConnectionStatus Status,
    DateTimeOffset Since,
    int Attempt = 0,
    DateTimeOffset? NextTry = null,
    string ReasonCode = "",
    string Reason = "");
