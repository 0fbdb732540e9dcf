using Relocation.Core.Runbooks;
using Relocation.Core.Waves;

namespace Relocation.Engine.Journal;

/// <summary>One line of a run's journal. Never changed, never removed.</summary>
/// <param name="Run">The run.</param>
/// <param name="Sequence">Position in the run's journal, from 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Move">The move it concerns, if any.</param>
/// <param name="Step">The step it concerns, if any.</param>
/// <param name="Detail">Facts by name, such as code, task or state; no secrets.</param>
public sealed record JournalEntry(
    RunId Run,
    long Sequence,
    DateTimeOffset At,
    JournalKind Kind,
    MoveId? Move,
    RunbookStep? Step,
    IReadOnlyDictionary<string, string> Detail);
