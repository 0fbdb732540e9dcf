using System.Globalization;

namespace Relocation.Web.Features.Execution;

/// <summary>Where the bars of a run's Gantt lie, in the units of the drawing.</summary>
/// <param name="From">Instant at the left edge.</param>
/// <param name="To">Instant at the right edge.</param>
/// <param name="Now">Our clock.</param>
/// <param name="Rows">The moves that have a start, by ordinal.</param>
public sealed record GanttPicture(DateTimeOffset From, DateTimeOffset To, DateTimeOffset Now, IReadOnlyList<MoveRow> Rows)
{
    /// <summary>Width of a name at the left.</summary>
    public const double Names = 190;

    /// <summary>Width of the whole drawing.</summary>
    public const double Width = 1000;

    /// <summary>Height of a row.</summary>
    public const double Row = 20;

    /// <summary>Height of the axis at the top.</summary>
    public const double Axis = 22;

    private static readonly double[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];

    /// <summary>Height of the whole drawing.</summary>
    public double Height => Axis + (Rows.Count * Row) + 4;

    /// <summary>Draws a run; null while no move has a start.</summary>
    public static GanttPicture? Of(RunPicture run)
    {
        var rows = run.Moves.Where(row => row.Start is not null).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var from = rows.Min(row => row.Start!.Value);
        var to = rows.Max(row => row.EndHigh ?? row.End ?? run.At);
        to = run.Run.FinishedAt is null && to < run.At ? run.At : to;
        return new GanttPicture(from, to - from < TimeSpan.FromSeconds(5) ? from.AddSeconds(5) : to, run.At, rows);
    }

    /// <summary>Where an instant lies; instants outside lie on the edge.</summary>
    public double X(DateTimeOffset at) => Names + (Math.Clamp((at - From) / (To - From), 0, 1) * (Width - Names - 6));

    /// <summary>Top of a row.</summary>
    public static double Y(int row) => Axis + (row * Row);

    /// <summary>Instants on the axis: about six, on round times.</summary>
    public IEnumerable<DateTimeOffset> Ticks()
    {
        var step = Steps.FirstOrDefault(step => (To - From).TotalSeconds / step <= 8, Steps[^1]);
        var first = Math.Ceiling(From.ToUnixTimeMilliseconds() / 1000.0 / step) * step;
        for (var at = DateTimeOffset.UnixEpoch.AddSeconds(first); at <= To; at = at.AddSeconds(step))
        {
            yield return at;
        }
    }

    /// <summary>A number as SVG takes it.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
