using Relocation.Core.Waves;

namespace Relocation.Web.Features.Waves;

/// <summary>What came of an edit of a plan.</summary>
/// <param name="Plan">The plan as stored, or null when it was refused.</param>
/// <param name="Outcome">Done, or why not.</param>
public sealed record PlanOutcome(RelocationPlan? Plan, ActionOutcome Outcome)
{
    /// <summary>It was refused.</summary>
    public static PlanOutcome Refused(string code, params (string Name, string Value)[] parameters) => new(null, ActionOutcome.Refused(code, parameters));
}
