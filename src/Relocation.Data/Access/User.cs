namespace Relocation.Data.Access;

/// <summary>A person's account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Sign-in name; unique without regard to case.</param>
/// <param name="DisplayName">Name shown to others.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="HasPassword">The person can sign in with a password; otherwise by link only.</param>
/// <param name="Disabled">The person can no longer sign in.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastSignInAt">When the person last signed in.</param>
public sealed record User(
    UserId Id, string Name, string DisplayName, Role Role, bool HasPassword, bool Disabled, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt);
