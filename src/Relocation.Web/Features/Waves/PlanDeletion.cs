using Relocation.Core.Waves;

namespace Relocation.Web.Features.Waves;

/// <summary>Something that is taken out of a plan once a person has confirmed.</summary>
/// <param name="Title">The question.</param>
/// <param name="Says">What it will do.</param>
/// <param name="Action">Stable code for history and audit log.</param>
/// <param name="Edit">The edit.</param>
public sealed record PlanDeletion(string Title, string Says, string Action, Func<RelocationPlan, PlanChangeResult> Edit);
