namespace Relocation.Web.Features.Reports;

/// <summary>Names the texts of reports, by the keys that documents use.</summary>
public sealed class ReportText;
