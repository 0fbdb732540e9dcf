namespace Relocation.Simulator.Hosting;

/// <summary>Who may log in to a simulated pool.</summary>
/// <param name="User">The user, a local superuser.</param>
/// <param name="Password">The password.</param>
public sealed record PoolCredentials(string User, string Password)
{
    /// <summary>How long a wrong password takes to be refused, wall time. A real pool takes two to five seconds.</summary>
    public TimeSpan FailureDelay { get; init; } = TimeSpan.Zero;

    /// <summary>The record without its password.</summary>
    public override string ToString() => $"{nameof(PoolCredentials)} {{ User = {User} }}";
}
