using System.Globalization;
using Relocation.Core.Quantities;

namespace Relocation.Web.Ui;

/// <summary>
/// How quantities are written for people, by the language of the page: sizes in GiB with one decimal, rates in MiB/s, durations as
/// `4 min 12 s`, intervals as `3:50–4:40`. Numbers for machines are written elsewhere.
/// </summary>
public static class Format
{
    /// <summary>Stands for a value that is not there.</summary>
    public const string Absent = "–";

    /// <summary>GiB with one decimal; a size that is not nothing never reads as zero: below 0.05 it has two decimals, below 0.01 it says so.</summary>
    public static string Size(ByteSize size) => $"{SizeNumber(size)} GiB";

    /// <summary>The number of <see cref="Size(ByteSize)"/> without its unit, for columns whose head carries the unit.</summary>
    public static string SizeNumber(ByteSize size) => size.Gibibytes switch
    {
        > 0 and < 0.005 => $"<{0.01.ToString("N2", CultureInfo.CurrentCulture)}",
        > 0 and < 0.05 => size.Gibibytes.ToString("N2", CultureInfo.CurrentCulture),
        var gibibytes => gibibytes.ToString("N1", CultureInfo.CurrentCulture),
    };

    /// <summary>Size of a file, which may be small: KiB, MiB or GiB.</summary>
    public static string FileSize(ByteSize size) => size switch
    {
        { Bytes: < 1024 } => Bytes(size),
        { Mebibytes: < 1 } => $"{(size.Bytes / 1024.0).ToString("N0", CultureInfo.CurrentCulture)} KiB",
        { Gibibytes: < 1 } => $"{size.Mebibytes.ToString("N1", CultureInfo.CurrentCulture)} MiB",
        _ => Size(size),
    };

    /// <summary>A size that may be absent.</summary>
    public static string Size(ByteSize? size) => size is { } known ? Size(known) : Absent;

    /// <summary>All digits, in bytes.</summary>
    public static string Bytes(ByteSize size) => $"{size.Bytes.ToString("N0", CultureInfo.CurrentCulture)} B";

    /// <summary>MiB/s with one decimal.</summary>
    public static string Rate(BitRate rate) => $"{(rate.BytesPerSecond / 1048576).ToString("N1", CultureInfo.CurrentCulture)} MiB/s";

    /// <summary>Nominal speed of a NIC or link, in the unit it is sold by.</summary>
    public static string LinkSpeed(BitRate rate) => rate.BitsPerSecond >= 1e9
        ? $"{(rate.BitsPerSecond / 1e9).ToString("0.#", CultureInfo.CurrentCulture)} Gbit/s"
        : $"{(rate.BitsPerSecond / 1e6).ToString("0", CultureInfo.CurrentCulture)} Mbit/s";

    /// <summary>A whole number with separators.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A share from 0 to 1 as per cent without decimals; never 100 % before it is whole nor 0 % once it is something.</summary>
    public static string Share(double share)
    {
        var percent = Math.Round(share * 100);
        percent = share < 1 && percent >= 100 ? 99 : share > 0 && percent <= 0 ? 1 : percent;
        return string.Create(CultureInfo.CurrentCulture, $"{percent:0} %");
    }

    /// <summary>Two units at most: `420 ms`, `3.2 s`, `4 min 12 s`, `2 h 05 min`, `3 d 4 h`.</summary>
    public static string Duration(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
        {
            return "−" + Duration(span.Negate());
        }

        var culture = CultureInfo.CurrentCulture;
        return span switch
        {
            { TotalMilliseconds: 0 } => $"0 {Unit("Second")}",
            { TotalMilliseconds: < 999.5 } => $"{span.TotalMilliseconds.ToString("0", culture)} {Unit("Millisecond")}",
            { TotalSeconds: < 9.95 } => $"{span.TotalSeconds.ToString("0.0", culture)} {Unit("Second")}",
            _ => Whole(TimeSpan.FromSeconds(Math.Round(span.TotalSeconds))),
        };
    }

    /// <summary>As on a stopwatch: `3:50`, `1:03:50`.</summary>
    public static string Clock(TimeSpan span)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
        return whole.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}:{whole.Seconds:00}");
    }

    /// <summary>An interval of durations, `3:50–4:40`; below ten seconds in seconds with one decimal.</summary>
    public static string Interval(TimeSpan low, TimeSpan high) => high.TotalSeconds < 9.95
        ? string.Create(CultureInfo.CurrentCulture, $"{low.TotalSeconds:0.0}–{high.TotalSeconds:0.0} {Unit("Second")}")
        : $"{Clock(low)}–{Clock(high)}";

    /// <summary>An interval of sizes, `12.4–15.0 GiB`.</summary>
    public static string Interval(ByteSize low, ByteSize high) => $"{SizeNumber(low)}–{SizeNumber(high)} GiB";

    /// <summary>Date and minute at a place: `24 Nov 2026, 14:05`, `2026年11月24日 14:05`.</summary>
    public static string Instant(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(IsChinese ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>Time of day with seconds at a place.</summary>
    public static string Time(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The exact instant in UTC, for hovering.</summary>
    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    private static string Whole(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => Pair((long)span.TotalDays, "Day", span.Hours, "Hour", "0"),
        { TotalHours: >= 1 } => Pair((long)span.TotalHours, "Hour", span.Minutes, "Minute", "00"),
        { TotalMinutes: >= 1 } => Pair((long)span.TotalMinutes, "Minute", span.Seconds, "Second", "00"),
        _ => $"{span.Seconds} {Unit("Second")}",
    };

    private static string Pair(long large, string largeUnit, int small, string smallUnit, string smallFormat) =>
        $"{large.ToString("N0", CultureInfo.CurrentCulture)} {Unit(largeUnit)} {small.ToString(smallFormat, CultureInfo.InvariantCulture)} {Unit(smallUnit)}";

    private static string Unit(string name) => UiText.Word("Unit" + name);
}
