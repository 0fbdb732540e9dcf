using Relocation.Core.Waves;

namespace Relocation.Engine.Journal;

/// <summary>Another process owns the run now; this one must stop at once and write nothing more.</summary>
public sealed class StaleOwnerException(RunId run, long epoch)
    : Exception($"Run {run} is no longer owned at epoch {epoch}.");
