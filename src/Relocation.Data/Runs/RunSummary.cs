using Relocation.Engine.Runs;

namespace Relocation.Data.Runs;

/// <summary>A run in a list.</summary>
/// <param name="Run">The run.</param>
/// <param name="Moves">How many of its moves are in which state; states without moves are left out.</param>
/// <param name="LastSequence">Sequence of its last journal line.</param>
public sealed record RunSummary(RunRecord Run, IReadOnlyDictionary<MoveState, int> Moves, long LastSequence);
