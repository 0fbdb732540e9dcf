namespace Relocation.Web.Features.Overview;

/// <summary>Names the resources with the texts of the overview.</summary>
public sealed class OverviewText;
