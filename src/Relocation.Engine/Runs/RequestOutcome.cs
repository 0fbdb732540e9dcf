namespace Relocation.Engine.Runs;

/// <summary>What became of a person's request. An accepted request is in the journal and survives a crash.</summary>
/// <param name="Accepted">It was accepted and journalled.</param>
/// <param name="Reason">Why not: one of <see cref="RefusalReasons"/>; empty when accepted.</param>
public sealed record RequestOutcome(bool Accepted, string Reason)
{
    /// <summary>Accepted and journalled.</summary>
    public static RequestOutcome Ok { get; } = new(true, "");

    /// <summary>Refused, and nothing was changed.</summary>
    public static RequestOutcome Refused(string reason) => new(false, reason);
}
