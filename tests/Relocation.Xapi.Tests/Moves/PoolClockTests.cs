using Relocation.Xapi.Moves;

namespace Relocation.Xapi.Tests.Moves;

public sealed class PoolClockTests
{
    private static readonly DateTimeOffset Ours = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Pool = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Read_OfAClockThatRunsLikeOurs_IsAsFineAsOurs()
    {
        var clock = new PoolClock();
        var read = Enumerable.Range(0, 40).Select(step => step * 0.3).Select(at => (clock.Read(Pool.AddSeconds(Math.Floor(at)), Ours.AddSeconds(at)) - Pool).TotalSeconds);
        Assert.All(read.Select((seconds, step) => seconds - (step * 0.3)), off => Assert.Equal(0, off, 6));
    }

    [Fact]
    public void Read_OfAClockThatRunsFaster_IsThePools()
    {
        var clock = new PoolClock();
        var read = Enumerable.Range(0, 10).Select(step => (clock.Read(Pool.AddSeconds(step * 60), Ours.AddSeconds(step)) - Pool).TotalSeconds);
        Assert.Equal(Enumerable.Range(0, 10).Select(step => step * 60.0), read);
    }

    [Fact]
    public void Read_AfterThePoolsClockWasSet_FollowsIt()
    {
        var clock = new PoolClock();
        clock.Read(Pool, Ours);
        Assert.Equal(Pool.AddHours(1), clock.Read(Pool.AddHours(1), Ours.AddSeconds(1)));
        Assert.Equal(Pool.AddHours(1).AddSeconds(0.5), clock.Read(Pool.AddHours(1), Ours.AddSeconds(1.5)));
    }
}
