namespace Relocation.Core.Reports;

/// <summary>A part of a report.</summary>
/// <param name="Key">Key of its heading.</param>
/// <param name="Facts">Facts by key, in order.</param>
/// <param name="Tables">Its tables.</param>
public sealed record ReportSection(string Key, IReadOnlyList<KeyValuePair<string, ReportCell>> Facts, IReadOnlyList<ReportTable> Tables);
