namespace Relocation.Core.Reports;

/// <summary>A line of a run's history.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What happened, as journalled.</param>
/// <param name="VmName">The VM it concerns; empty when it is the run as a whole.</param>
/// <param name="Detail">Facts on one line.</param>
public sealed record RunReportEvent(DateTimeOffset At, string Kind, string VmName, string Detail);
