using Relocation.Simulator.Faults;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.World;

/// <summary>Makes the world happen: a timeline that the clock drives, the links, and everything under way.</summary>
public sealed class WorldEngine
{
    private readonly List<MigrationTruth> truths = [];
    private readonly List<ActiveMigration> active = [];
    private readonly ITimer timer;

    /// <summary>An engine for a clock; the clock drives it from now on.</summary>
    public WorldEngine(WorldClock clock, int seed)
    {
        Clock = clock;
        Seed = seed;
        Timeline = new WorldTimeline(clock.Now);
        Network = new FlowNetwork(Timeline);
        Links = new WorldLinks(Network);
        timer = clock.Wall.CreateTimer(_ => CatchUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Timeline.Rescheduled += Arm;
        clock.SpeedChanged += CatchUp;
    }

    /// <summary>The world's clock.</summary>
    public WorldClock Clock { get; }

    /// <summary>What its random choices follow from.</summary>
    public int Seed { get; }

    /// <summary>What is going to happen.</summary>
    public WorldTimeline Timeline { get; }

    /// <summary>The links and the streams on them.</summary>
    public FlowNetwork Network { get; }

    /// <summary>Which links lie between two stores or hosts.</summary>
    public WorldLinks Links { get; }

    /// <summary>Faults that wait for their moment.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The fixed costs of migrations that begin from now on.</summary>
    public MigrationTimings Timings { get; set; } = new();

    /// <summary>How long everything but migrations takes, as a factor of its usual time; zero in tests that do not care.</summary>
    public double PaceOfOperations { get; set; } = 1;

    /// <summary>What really happened in every migration begun so far, in their order.</summary>
    public IReadOnlyList<MigrationTruth> Truths
    {
        get
        {
            lock (Timeline.Gate)
            {
                return [.. truths];
            }
        }
    }

    /// <summary>Migrations under way, in the order they began. Read it under the timeline's gate.</summary>
    internal IReadOnlyList<ActiveMigration> Active => active;

    /// <summary>Lets happen what the clock says is due.</summary>
    public void CatchUp()
    {
        Timeline.AdvanceTo(Clock.Now);
        Arm();
    }

    /// <summary>Does something at the world's instant, undisturbed.</summary>
    public T Do<T>(Func<T> action)
    {
        lock (Timeline.Gate)
        {
            CatchUp();
            return action();
        }
    }

    /// <summary>Does something at the world's instant, undisturbed.</summary>
    public void Do(Action action) =>
        Do(() =>
        {
            action();
            return true;
        });

    /// <summary>The costs of a migration that begins now: progress is told at most about five times a second of the wall.</summary>
    internal MigrationTimings TimingsNow()
    {
        var least = TimeSpan.FromSeconds(0.2 * Clock.Speed);
        return Timings.ProgressInterval >= least ? Timings : Timings with { ProgressInterval = least };
    }

    /// <summary>Runs a course of steps; the task ends with it. Cancelling interrupts it where it waits.</summary>
    /// <param name="steps">The course.</param>
    /// <param name="result">What the task gives at the end.</param>
    /// <param name="cancellation">Interrupts it with <see cref="OperationCanceledException"/>.</param>
    public async Task<XapiValue> RunAsync(IEnumerable<WorldWait> steps, Func<XapiValue> result, CancellationToken cancellation)
    {
        var completion = new TaskCompletionSource<XapiValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Do(() => WorldProcess.Start(steps, failure => Complete(completion, failure, result)));
        await using var registration = cancellation.Register(() => Do(() => process.Interrupt(new OperationCanceledException(cancellation))));
        return await completion.Task.ConfigureAwait(false);
    }

    internal void Began(ActiveMigration migration)
    {
        active.Add(migration);
        truths.Add(migration.Truth);
    }

    internal void Ended(ActiveMigration migration, string outcome)
    {
        active.Remove(migration);
        migration.Truth.End(Timeline.Now, outcome);
    }

    private static void Complete(TaskCompletionSource<XapiValue> completion, Exception? failure, Func<XapiValue> result)
    {
        switch (failure)
        {
            case null:
                completion.TrySetResult(result());
                break;
            case OperationCanceledException cancelled:
                completion.TrySetCanceled(cancelled.CancellationToken);
                break;
            default:
                completion.TrySetException(failure);
                break;
        }
    }

    private void Arm()
    {
        lock (Timeline.Gate)
        {
            if (Timeline.Next is not { } next)
            {
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return;
            }
            // Timers count whole milliseconds: one more makes sure the instant has passed.
            var wall = (next - Clock.Now) / Clock.Speed + TimeSpan.FromMilliseconds(1);
            var most = TimeSpan.FromDays(1);
            timer.Change(wall < TimeSpan.Zero ? TimeSpan.Zero : wall > most ? most : wall, Timeout.InfiniteTimeSpan);
        }
    }
}
