using Relocation.Engine.Runs;

namespace Relocation.Engine.Journal;

/// <summary>A run and its moves as journalled.</summary>
/// <param name="Run">The run.</param>
/// <param name="Moves">Its moves by ordinal.</param>
/// <param name="Sequence">The last journal line this state holds, read with it in one transaction; 0 before the first line.</param>
public sealed record RunJournalState(RunRecord Run, IReadOnlyList<MoveRecord> Moves, long Sequence);
