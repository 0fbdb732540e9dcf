namespace Relocation.Core.Reports;

/// <summary>A table of a report.</summary>
/// <param name="Key">Key of its heading.</param>
/// <param name="Columns">Keys of its columns.</param>
/// <param name="Rows">Its rows, each with a cell per column.</param>
public sealed record ReportTable(string Key, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows);
