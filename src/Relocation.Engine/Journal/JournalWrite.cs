using Relocation.Core.Runbooks;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Journal;

/// <summary>One atomic transition: the run or one move as it is from now on, and the line that says why.</summary>
/// <param name="Run">The run's new record, or null when it stays.</param>
/// <param name="Move">A move's new record, or null when none changes.</param>
/// <param name="Kind">What the line tells.</param>
/// <param name="Step">The step concerned.</param>
/// <param name="Detail">Facts by name.</param>
public sealed record JournalWrite(
    RunRecord? Run,
    MoveRecord? Move,
    JournalKind Kind,
    RunbookStep? Step,
    IReadOnlyDictionary<string, string> Detail);
