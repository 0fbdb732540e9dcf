namespace Relocation.Data.Connections;

/// <summary>A pool connection.</summary>
internal sealed class ConnectionRow
{
    public required Guid Id { get; init; }

    public required string Address { get; init; }

    public required string User { get; init; }

    /// <summary>Encrypted by data protection, whose keys are not in the database.</summary>
    public required byte[] ProtectedPassword { get; init; }

    public string? PinnedFingerprint { get; init; }

    public string? Pool { get; init; }

    public required bool Enabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
