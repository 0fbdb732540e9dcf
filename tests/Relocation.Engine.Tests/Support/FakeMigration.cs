using Relocation.Core.Hypervisors;

namespace Relocation.Engine.Tests.Support;

/// <summary>One sending in the fake world: disks, memory, pause, clean-up, each for its time; cancelled or failed at an instant when so told.</summary>
internal sealed class FakeMigration(MigrationTaskId task, DateTimeOffset startedAt, bool live, IReadOnlyList<double> diskSeconds)
{
    public const double Preparation = 2;
    public const double Memory = 6;
    public const double Pause = 1.5;
    public const double CleanUp = 3;

    public MigrationTaskId Task { get; } = task;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>When it is broken off, by failure or cancellation; the source keeps the VM.</summary>
    public DateTimeOffset? StopsAt { get; set; }

    public HypervisorError? Error { get; set; }

    public bool Cancelled { get; set; }

    public bool Forgotten { get; set; }

    public bool Tagged { get; set; }

    public double DisksEnd => Preparation + diskSeconds.Sum();

    public double MemoryEnd => DisksEnd + (live ? Memory : 0);

    public double PauseEnd => MemoryEnd + (live ? Pause : 0);

    public DateTimeOffset EndsAt => StartedAt.AddSeconds(PauseEnd + CleanUp);

    public bool StoppedBy(DateTimeOffset now) => StopsAt <= now;

    public bool Runs(DateTimeOffset now) => !StoppedBy(now) && now < EndsAt;

    public bool Arrived(DateTimeOffset now) => !StoppedBy(now) && now >= EndsAt;

    public double Elapsed(DateTimeOffset now) => (now - StartedAt).TotalSeconds;

    public IEnumerable<double> DiskFractions(DateTimeOffset now)
    {
        var left = Elapsed(now) - Preparation;
        foreach (var seconds in diskSeconds)
        {
            yield return Math.Clamp(left / seconds, 0, 1);
            left -= seconds;
        }
    }

    /// <summary>XAPI's figure: by disks with p from 0.05 to 0.95, anew for memory, anew for clean-up.</summary>
    public double Progress(DateTimeOffset now, IReadOnlyList<double> sizes)
    {
        var elapsed = Elapsed(now);
        if (!Runs(now))
        {
            return 1;
        }

        if (elapsed < Preparation)
        {
            return 0;
        }

        if (elapsed < DisksEnd)
        {
            var done = DiskFractions(now).Zip(sizes, (fraction, size) => fraction >= 1 ? size : fraction > 0 ? (0.05 + (0.9 * fraction)) * size : 0);
            return Math.Round(done.Sum() / sizes.Sum(), 3);
        }

        return elapsed < MemoryEnd ? Math.Round((elapsed - DisksEnd) / Memory * 0.9, 3) : elapsed < PauseEnd ? 0.9 : 0.4;
    }

    public MigrationTask Observe(DateTimeOffset now, IReadOnlyList<double> sizes)
    {
        var status = Runs(now) ? MigrationTaskStatus.Pending
            : !StoppedBy(now) ? MigrationTaskStatus.Success
            : Cancelled ? MigrationTaskStatus.Cancelled : MigrationTaskStatus.Failure;
        return new MigrationTask(Task, status, Progress(now, sizes), StartedAt, Runs(now) ? null : StopsAt ?? EndsAt, status == MigrationTaskStatus.Failure ? Error : null);
    }
}
