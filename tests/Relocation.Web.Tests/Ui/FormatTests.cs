using Relocation.Core.Quantities;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Ui;

public sealed class FormatTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [UseCulture("en")]
    [InlineData(0, "0 s")]
    [InlineData(0.42, "420 ms")]
    [InlineData(3.21, "3.2 s")]
    [InlineData(9.96, "10 s")]
    [InlineData(59.6, "1 min 00 s")]
    [InlineData(252, "4 min 12 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(7500, "2 h 05 min")]
    [InlineData(273600, "3 d 4 h")]
    [InlineData(-252, "−4 min 12 s")]
    public void Duration_English_TwoUnitsAtMost(double seconds, string text) => Assert.Equal(text, Format.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [UseCulture("zh-Hans")]
    [InlineData(0.42, "420 毫秒")]
    [InlineData(252, "4 分 12 秒")]
    [InlineData(7500, "2 小时 05 分")]
    [InlineData(273600, "3 天 4 小时")]
    public void Duration_Chinese_HasChineseUnits(double seconds, string text) => Assert.Equal(text, Format.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [UseCulture("en")]
    [InlineData(0, "0.0 GiB")]
    [InlineData(8589934592, "8.0 GiB")]
    [InlineData(1649267441664, "1,536.0 GiB")]
    [InlineData(10485760, "0.01 GiB")]
    [InlineData(157402, "<0.01 GiB")]
    public void Size_Gibibytes_OneDecimalUnlessItWouldReadAsNothing(long bytes, string text) => Assert.Equal(text, Format.Size(new ByteSize(bytes)));

    [Theory]
    [UseCulture("en")]
    [InlineData(900, "900 B")]
    [InlineData(157402, "154 KiB")]
    [InlineData(717738000, "684.5 MiB")]
    [InlineData(8589934592, "8.0 GiB")]
    public void FileSize_InTheUnitThatFits(long bytes, string text) => Assert.Equal(text, Format.FileSize(new ByteSize(bytes)));

    [Fact]
    [UseCulture("en")]
    public void Rate_MebibytesPerSecond() => Assert.Equal("112.5 MiB/s", Format.Rate(BitRate.FromBytesPerSecond(112.5 * 1048576)));

    [Theory]
    [UseCulture("en")]
    [InlineData(100, "100 Mbit/s")]
    [InlineData(1000, "1 Gbit/s")]
    [InlineData(2500, "2.5 Gbit/s")]
    public void LinkSpeed_AsSold(double megabits, string text) => Assert.Equal(text, Format.LinkSpeed(BitRate.FromMegabits(megabits)));

    [Fact]
    [UseCulture("en")]
    public void Interval_Durations_AsStopwatch()
    {
        Assert.Equal("3:50–4:40", Format.Interval(TimeSpan.FromSeconds(230), TimeSpan.FromSeconds(280)));
        Assert.Equal("59:10–1:03:50", Format.Interval(TimeSpan.FromSeconds(3550), TimeSpan.FromSeconds(3830)));
        Assert.Equal("0.3–1.2 s", Format.Interval(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(1.2)));
    }

    [Theory]
    [UseCulture("en")]
    [InlineData(0, "0 %")]
    [InlineData(0.001, "1 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.999, "99 %")]
    [InlineData(1, "100 %")]
    public void Share_NeitherDoneTooEarlyNorNothingTooLong(double share, string text) => Assert.Equal(text, Format.Share(share));

    [Fact]
    [UseCulture("en")]
    public void Instant_English_LocalAndUtc()
    {
        var at = new DateTimeOffset(2026, 11, 24, 18, 5, 9, TimeSpan.Zero);
        Assert.Equal("25 Nov 2026, 02:05", Format.Instant(at, Shanghai));
        Assert.Equal("02:05:09", Format.Time(at, Shanghai));
        Assert.Equal("2026-11-24 18:05:09 UTC", Format.Utc(at));
    }

    [Fact]
    [UseCulture("zh-Hans")]
    public void Instant_Chinese_Local() =>
        Assert.Equal("2026年11月25日 02:05", Format.Instant(new DateTimeOffset(2026, 11, 24, 18, 5, 9, TimeSpan.Zero), Shanghai));
}
