namespace Relocation.Web.Layout;

/// <summary>Names the resources with the texts of the frame around all pages.</summary>
public sealed class LayoutText;
