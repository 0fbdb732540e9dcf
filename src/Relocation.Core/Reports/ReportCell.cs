namespace Relocation.Core.Reports;

/// <summary>One value of a report.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text or key; empty for numbers and instants.</param>
/// <param name="Number">The number; null for texts and instants.</param>
/// <param name="At">The instant; null for texts and numbers.</param>
public sealed record ReportCell(CellKind Kind, string Text, double? Number, DateTimeOffset? At)
{
    /// <summary>Nothing is known.</summary>
    public static readonly ReportCell Empty = new(CellKind.Empty, "", null, null);

    /// <summary>A text as it is.</summary>
    public static ReportCell Of(string text) => new(CellKind.Text, text, null, null);

    /// <summary>A localised text.</summary>
    public static ReportCell Key(string key) => new(CellKind.Key, key, null, null);

    /// <summary>A localised state.</summary>
    public static ReportCell State(string key) => new(CellKind.State, key, null, null);

    /// <summary>A whole number.</summary>
    public static ReportCell Count(int count) => new(CellKind.Count, "", count, null);

    /// <summary>Seconds, or nothing.</summary>
    public static ReportCell Seconds(double? seconds) => Numeric(CellKind.Seconds, seconds);

    /// <summary>Bytes, or nothing.</summary>
    public static ReportCell Bytes(double? bytes) => Numeric(CellKind.Bytes, bytes);

    /// <summary>A fraction, or nothing.</summary>
    public static ReportCell Percent(double? fraction) => Numeric(CellKind.Percent, fraction);

    /// <summary>An instant, or nothing.</summary>
    public static ReportCell Instant(DateTimeOffset? at) => at is null ? Empty : new ReportCell(CellKind.Instant, "", null, at.Value.ToUniversalTime());

    private static ReportCell Numeric(CellKind kind, double? number) => number is null ? Empty : new ReportCell(kind, "", number, null);
}
