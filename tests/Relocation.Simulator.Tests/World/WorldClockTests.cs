using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.World;

public sealed class WorldClockTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Now_RunsFaster()
    {
        var clock = new WorldClock(time, 100);
        var start = clock.Now;
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(300), clock.Now - start);
        clock.Speed = 1;
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(303), clock.Now - start);
    }

    [Fact]
    public async Task Delay_IsInWorldTime_AndFollowsAChangeOfSpeed()
    {
        var clock = new WorldClock(time, 10);
        var waiting = clock.DelayAsync(TimeSpan.FromSeconds(1000), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.False(waiting.IsCompleted);
        clock.Speed = 500;
        // The waiter takes the new speed up on another thread: time moves on in small steps until it has.
        for (var step = 0; step < 10_000 && !waiting.IsCompleted; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.WhenAny(waiting, Task.Run(() => { }, TestContext.Current.CancellationToken));
        }
        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1001)]
    [InlineData(double.NaN)]
    public void Speed_IsOneToAThousand(double speed) => Assert.Throws<ArgumentOutOfRangeException>(() => new WorldClock(time, speed));
}
