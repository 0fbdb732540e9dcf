namespace Relocation.Simulator.World;

/// <summary>The time of the simulated world: the wall's, from a common start, running faster by a factor.</summary>
public sealed class WorldClock
{
    /// <summary>The largest factor.</summary>
    public const double FastestSpeed = 1000;

    private readonly Lock gate = new();
    private DateTimeOffset worldBase;
    private long wallBase;
    private double speed;
    private TaskCompletionSource speedChanged = NewSignal();

    /// <summary>A clock that shows the wall's time now.</summary>
    /// <param name="wall">The time that passes outside; tests give one they move.</param>
    /// <param name="speed">World seconds per wall second, 1 to 1000.</param>
    public WorldClock(TimeProvider wall, double speed = 1)
    {
        Wall = wall;
        worldBase = wall.GetUtcNow();
        wallBase = wall.GetTimestamp();
        this.speed = Checked(speed);
    }

    /// <summary>Raised after the speed has changed.</summary>
    public event Action? SpeedChanged;

    /// <summary>The time outside: for the timeouts that clients measure.</summary>
    public TimeProvider Wall { get; }

    /// <summary>The world's time, UTC.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (gate)
            {
                return worldBase + (Wall.GetElapsedTime(wallBase) * speed);
            }
        }
    }

    /// <summary>World seconds per wall second, 1 to 1000. A change takes effect at once, also for who is waiting.</summary>
    public double Speed
    {
        get
        {
            lock (gate)
            {
                return speed;
            }
        }
        set
        {
            TaskCompletionSource signal;
            lock (gate)
            {
                worldBase += Wall.GetElapsedTime(wallBase) * speed;
                wallBase = Wall.GetTimestamp();
                speed = Checked(value);
                signal = speedChanged;
                speedChanged = NewSignal();
            }
            signal.TrySetResult();
            SpeedChanged?.Invoke();
        }
    }

    /// <summary>Waits until a span of world time has passed.</summary>
    public Task DelayAsync(TimeSpan span, CancellationToken cancellation = default) => DelayUntilAsync(Now + span, cancellation);

    /// <summary>Waits until the world's time is a given one; at once when it has passed.</summary>
    public async Task DelayUntilAsync(DateTimeOffset instant, CancellationToken cancellation = default)
    {
        while (true)
        {
            TimeSpan rest;
            Task change;
            lock (gate)
            {
                rest = (instant - (worldBase + (Wall.GetElapsedTime(wallBase) * speed))) / speed;
                change = speedChanged.Task;
            }
            if (rest <= TimeSpan.Zero)
            {
                cancellation.ThrowIfCancellationRequested();
                return;
            }
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            // Timers count whole milliseconds: one more makes sure the instant has passed.
            var timer = Task.Delay(rest + TimeSpan.FromMilliseconds(1), Wall, stop.Token);
            var first = await Task.WhenAny(timer, change).ConfigureAwait(false);
            if (first == timer)
            {
                await timer.ConfigureAwait(false);
            }
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private static double Checked(double speed) =>
        speed is >= 1 and <= FastestSpeed ? speed : throw new ArgumentOutOfRangeException(nameof(speed), speed, "The speed is a factor of 1 to 1000.");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
