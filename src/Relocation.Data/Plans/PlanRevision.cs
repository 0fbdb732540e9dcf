namespace Relocation.Data.Plans;

/// <summary>One saved change of a plan.</summary>
/// <param name="Revision">Number of the revision, from 1.</param>
/// <param name="At">When it was saved.</param>
/// <param name="By">Who saved it.</param>
/// <param name="Summary">What was changed, in the saver's words.</param>
public sealed record PlanRevision(long Revision, DateTimeOffset At, string By, string Summary);
