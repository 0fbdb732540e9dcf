namespace Relocation.Engine.Runs;

/// <summary>A person's request.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Move">The move concerned; empty for the run as a whole.</param>
/// <param name="By">Who asks.</param>
[GenerateSerializer]
[Immutable]
public sealed record RunRequest(RunRequestKind Kind, Guid Move, string By);
