using System.Globalization;
using Microsoft.Extensions.Localization;
using Relocation.Core.Quantities;
using Relocation.Core.Reports;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Reports;

/// <summary>Writes the values of a report in the reader's language; the same in the page and in the file.</summary>
public static class ReportCellText
{
    /// <summary>The value as text.</summary>
    public static string Write(IStringLocalizer<ReportText> text, ReportCell cell) => cell.Kind switch
    {
        CellKind.Empty => Format.Absent,
        CellKind.Text => cell.Text,
        CellKind.Key or CellKind.State => text[cell.Text],
        CellKind.Count => Format.Count((long)cell.Number!.Value),
        CellKind.Seconds => Format.Duration(TimeSpan.FromSeconds(cell.Number!.Value)),
        CellKind.Bytes => Format.Size(new ByteSize((long)cell.Number!.Value)),
        CellKind.Percent => string.Create(CultureInfo.CurrentCulture, $"{cell.Number!.Value * 100:+0.0;−0.0;0.0} %"),
        CellKind.Instant => Format.Utc(cell.At!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "This kind of cell cannot be written."),
    };

    /// <summary>Whether it is aligned to the right.</summary>
    public static bool IsNumber(ReportCell cell) => cell.Kind is CellKind.Count or CellKind.Seconds or CellKind.Bytes or CellKind.Percent;

    /// <summary>Colour of a state.</summary>
    public static Tone ToneOf(ReportCell cell) => StateOf(cell) switch
    {
        "Done" or "inside" => Tone.Good,
        "Failed" or "DoneWithFailures" => Tone.Bad,
        "outside" => Tone.Warning,
        "Unknown" => Tone.Unknown,
        "Running" => Tone.Info,
        "Paused" => Tone.Waiting,
        _ => Tone.Neutral,
    };

    /// <summary>The last part of a state's key.</summary>
    public static string StateOf(ReportCell cell) => cell.Text[(cell.Text.LastIndexOf('.') + 1)..];
}
