namespace Relocation.Web.Features.Reports;

/// <summary>Names the resources with the texts of the pages around reports; what stands in a report itself is in <see cref="ReportText"/>.</summary>
public sealed class ReportPagesText;
