using Relocation.Core.Estimation;

namespace Relocation.Core.Reports;

/// <summary>One of the figures that are predicted and measured of a move.</summary>
/// <param name="Key">Key of its name.</param>
/// <param name="Predicted">Its prediction, if any.</param>
/// <param name="Measured">Its measurement, if any.</param>
/// <param name="Resolution">How exactly it could be measured: the true value is at most this much below the measured one.</param>
/// <param name="Cell">How it is written.</param>
internal sealed record RunFigure(
    string Key, Func<RunReportMove, Estimate?> Predicted, Func<RunReportMove, double?> Measured, Func<RunReportMove, double> Resolution, Func<double?, ReportCell> Cell)
{
    /// <summary>Columns of a prediction beside its measurement.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["column.predicted", "column.low-90", "column.high-90", "column.measured", "column.resolution", "column.error", "column.inside-90"];

    /// <summary>
    /// Time, data of disks, and pause. Data are compared without memory and mirrored writes, because only what disks take at the target can be
    /// measured; the interval keeps the proportions of the whole prediction.
    /// </summary>
    public static readonly IReadOnlyList<RunFigure> All =
    [
        new("figure.time", move => move.Forecast?.TimeSeconds, move => move.Measured?.TimeSeconds, _ => 0, ReportCell.Seconds),
        new("figure.disk-data", move => DiskData(move.Forecast), move => move.Measured?.DataBytes, _ => 0, ReportCell.Bytes),
        new("figure.downtime", move => move.Forecast?.DowntimeSeconds, move => move.Measured?.DowntimeSeconds, move => move.Measured?.DowntimeResolutionSeconds ?? 0, ReportCell.Seconds),
    ];

    /// <summary>The cells of <see cref="Columns"/> for a prediction and a measurement.</summary>
    public IReadOnlyList<ReportCell> Cells(Estimate? predicted, double? measured, double resolution) =>
    [
        Cell(predicted?.Expected),
        Cell(predicted?.Low90),
        Cell(predicted?.High90),
        Cell(measured),
        resolution > 0 ? Cell(resolution) : ReportCell.Empty,
        ReportCell.Percent(Error(predicted, measured, resolution)),
        predicted is null || measured is null ? ReportCell.Empty : ReportCell.State(Inside(predicted.Value, measured.Value, resolution) ? "interval.inside" : "interval.outside"),
    ];

    /// <summary>True when the measurement, as exactly as it is known, meets the interval that is to hold nine of ten.</summary>
    public static bool Inside(Estimate predicted, double measured, double resolution) =>
        predicted.Low90 <= measured && measured - resolution <= predicted.High90;

    /// <summary>Error of the prediction; nothing where the measurement is coarser than half of itself, for the error would be the measurement's.</summary>
    private static double? Error(Estimate? predicted, double? measured, double resolution) =>
        predicted is { Expected: > 0 } known && measured is { } value && resolution <= value / 2 ? (value - known.Expected) / known.Expected : null;

    private static Estimate? DiskData(MoveForecast? forecast)
    {
        if (forecast is null)
        {
            return null;
        }

        var bytes = forecast.Terms.Where(term => term.Kind is ForecastTermKind.DiskCopy).Sum(term => term.Bytes);
        var whole = forecast.DataBytes;
        return whole.Expected > 0
            ? new Estimate(bytes, bytes * whole.Low50 / whole.Expected, bytes * whole.High50 / whole.Expected, bytes * whole.Low90 / whole.Expected, bytes * whole.High90 / whole.Expected)
            : new Estimate(bytes, bytes, bytes, bytes, bytes);
    }
}
