using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Tests.Sessions;

public sealed class RetryDelayTests
{
    [Fact]
    public void Waits_DoubleUpToTheLongest_AndDependOnTheSeedAlone()
    {
        var waits = Waits(7);
        Assert.Equal(waits, Waits(7));
        Assert.NotEqual(waits, Waits(8));
        Assert.All(waits.Index(), wait =>
        {
            var full = Math.Min(1000 * Math.Pow(2, wait.Index), 30000);
            Assert.InRange(wait.Item.TotalMilliseconds, full / 2, full);
        });
    }

    private static List<TimeSpan> Waits(int seed)
    {
        var delay = new RetryDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), seed);
        return [.. Enumerable.Range(1, 40).Select(delay.Before)];
    }
}
