using Relocation.Core.Waves;

namespace Relocation.Data.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Id">The relocation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Revision">Its present revision.</param>
/// <param name="CreatedAt">When it was first saved.</param>
/// <param name="ChangedAt">When it was last saved.</param>
/// <param name="ChangedBy">Who saved it last.</param>
public sealed record PlanSummary(RelocationId Id, string Name, long Revision, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, string ChangedBy);
