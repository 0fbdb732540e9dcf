using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Relocation.Web.Ui;

namespace Relocation.Web.Tests.Ui;

public sealed class RenderThrottleTests
{
    private readonly FakeTimeProvider time = new();
    private int renders;

    [Fact]
    public void Request_Burst_RendersOnce_AndTheLastIsNotLost()
    {
        using var throttle = Throttle();
        for (var change = 0; change < 100; change++)
        {
            throttle.Request();
        }

        Assert.Equal(0, renders);
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(1, renders);
        throttle.Request();
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(2, renders);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, renders);
    }

    [Fact]
    [UseCulture("zh-Hans")]
    public void Request_FromAThreadOfAnotherLanguage_RendersInThePagesLanguage()
    {
        var seen = ("", "");
        using var throttle = new RenderThrottle(
            () =>
            {
                seen = (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name);
                return Task.CompletedTask;
            },
            TimeSpan.FromMilliseconds(500),
            time);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        throttle.Request();
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(("zh-Hans", "zh-Hans"), seen);
        Assert.Equal("", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void Request_AfterDisposal_DoesNothing()
    {
        var throttle = Throttle();
        throttle.Request();
        throttle.Dispose();
        throttle.Request();
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, renders);
    }

    private RenderThrottle Throttle() => new(
        () =>
        {
            renders++;
            return Task.CompletedTask;
        },
        TimeSpan.FromMilliseconds(500),
        time);
}
