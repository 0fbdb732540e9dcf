namespace Relocation.Core.Reports;

/// <summary>A report as data, without language or layout; HTML and CSV are made of it elsewhere.</summary>
/// <param name="Key">Key of its title.</param>
/// <param name="Name">What it is about: the name of a wave or relocation.</param>
/// <param name="Sections">Its parts in order.</param>
public sealed record ReportDocument(string Key, string Name, IReadOnlyList<ReportSection> Sections);
