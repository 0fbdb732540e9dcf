namespace Relocation.Engine.Feed;

/// <summary>A sign that a run moved on: how far its journal is now, and progress, which is not journalled at every poll.</summary>
/// <param name="Sequence">The last journal line.</param>
/// <param name="Move">The move whose progress this is, if any.</param>
/// <param name="Progress">Its progress as JSON; empty when there is none.</param>
[GenerateSerializer]
[Immutable]
public sealed record RunPulse(long Sequence, Guid? Move, string Progress);
