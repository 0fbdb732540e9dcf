using Relocation.Core.Preflight;
using Relocation.Engine.Journal;

namespace Relocation.Web.Features.Waves;

/// <summary>What came of starting a wave.</summary>
/// <param name="State">The run as stored, or null when it was not started.</param>
/// <param name="Outcome">Started, or why not.</param>
/// <param name="Refusals">What stands in the way of single VMs.</param>
public sealed record WaveStartOutcome(RunJournalState? State, ActionOutcome Outcome, IReadOnlyList<Finding> Refusals)
{
    /// <summary>It was not started.</summary>
    public static WaveStartOutcome Refused(ActionOutcome outcome, IReadOnlyList<Finding>? refusals = null) => new(null, outcome, refusals ?? []);
}
