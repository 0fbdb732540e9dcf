using Relocation.Engine.Journal;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Feed;

/// <summary>One change of a run, in order. Records are whole and never older than the line, but may be newer when several lines were read at once: the latest replaces what was known before.</summary>
/// <param name="Entry">The journal line, or null for progress, which is not journalled at every poll.</param>
/// <param name="Run">The run as it is now, when it changed.</param>
/// <param name="Move">The move as it is now, when it changed.</param>
public sealed record RunChange(JournalEntry? Entry, RunRecord? Run, MoveRecord? Move);
