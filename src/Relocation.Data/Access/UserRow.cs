namespace Relocation.Data.Access;

/// <summary>An account.</summary>
internal sealed class UserRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in capitals, for comparison.</summary>
    public required string NormalizedName { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    /// <summary>As the caller's password hasher made it.</summary>
    public string? PasswordHash { get; init; }

    public required bool Disabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }
}
