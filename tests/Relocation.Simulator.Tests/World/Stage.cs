using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.World;

/// <summary>A timeline with a network and one migration on it.</summary>
internal sealed class Stage
{
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public Stage()
    {
        Timeline = new WorldTimeline(Start);
        Network = new FlowNetwork(Timeline);
        Line = Network.AddLink("line", 100e6, TimeSpan.FromMilliseconds(1));
        Truth = new MigrationTruth { VmUuid = "u", Source = "a", Destination = "b", Began = Start };
    }

    public WorldTimeline Timeline { get; }

    public FlowNetwork Network { get; }

    public Link Line { get; }

    public MigrationTruth Truth { get; private set; }

    public MigrationTimings Timings { get; init; } = new() { StreamCap = 1e12 };

    public Exception? Failure { get; private set; }

    public bool HasEnded { get; private set; }

    public RecordingWitness Witness { get; } = new();

    public MovedDisk Disk(double virtualBytes, double allocated, double writes = 0, bool mirrored = true) =>
        new($"d{virtualBytes}", virtualBytes, allocated, mirrored, writes, [Line]);

    public MovedGuest Guest(double memory, GuestActivity activity, params MovedDisk[] disks) =>
        new(disks, memory, memory, activity, [Line], IsRunning: memory > 0);

    public WorldProcess Move(MovedGuest guest)
    {
        Truth = new MigrationTruth { VmUuid = "u", Source = "a", Destination = "b", Began = Timeline.Now };
        var truth = Truth;
        var course = new MigrationCourse(Timeline, Network, Timings);
        return WorldProcess.Start(course.Run(guest, Witness, Truth), failure =>
        {
            Failure = failure;
            HasEnded = true;
            truth.End(Timeline.Now, failure is null ? "success" : "failure");
        });
    }

    public void RunFor(double seconds) => Timeline.AdvanceTo(Timeline.Now + TimeSpan.FromSeconds(seconds));

    public TimeSpan RunToEnd(MovedGuest guest)
    {
        Move(guest);
        RunFor(1e6);
        Assert.True(HasEnded);
        Assert.Null(Failure);
        return Truth.Duration!.Value;
    }
}
