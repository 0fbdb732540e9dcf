using Relocation.Core.Estimation;
using Relocation.Core.Quantities;
using Relocation.Web.Ui;

namespace Relocation.Web.Features.Waves;

/// <summary>How predicted figures are written: the expected value, and the interval that is to hold nine of ten outcomes.</summary>
internal static class EstimateFormat
{
    public static string Time(Estimate seconds) => Format.Duration(Span(seconds.Expected));

    public static string TimeInterval(Estimate seconds) => Format.Interval(Span(seconds.Low90), Span(seconds.High90));

    public static string Data(Estimate bytes) => Format.Size(Size(bytes.Expected));

    public static string DataInterval(Estimate bytes) => Format.Interval(Size(bytes.Low90), Size(bytes.High90));

    public static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.MaxValue.TotalSeconds / 2));

    public static ByteSize Size(double bytes) => new((long)Math.Clamp(bytes, 0, long.MaxValue / 2.0));
}
