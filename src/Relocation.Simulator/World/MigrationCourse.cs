namespace Relocation.Simulator.World;

/// <summary>
/// The mechanism of a migration: disks one after another, each mirrored from its copy until the guest has moved; then memory by pre-copy, which stops
/// after a round above zero with fewer than 50 dirty pages left, or after the fourth dirty round (emu-manager, emum.c); then the pause, hand-over and
/// clean-up. Time, bytes and downtime come out of the links' sharing; none is an input.
/// </summary>
public sealed class MigrationCourse(WorldTimeline timeline, FlowNetwork network, MigrationTimings timings)
{
    private const double Page = 4096;

    // A page record carries 8 bytes of address with each page (xen/tools/libs/guest/xg_sr_stream_format.h).
    private const double StreamOverhead = 1 + 8 / Page;
    private const int LastDirtyRound = 4;
    private const double FewPages = 50 * Page;

    /// <summary>The steps of moving a guest; run it as a <see cref="WorldProcess"/>.</summary>
    public IEnumerable<WorldWait> Run(MovedGuest guest, IMigrationWitness witness, MigrationTruth truth)
    {
        var mirrors = new List<Flow>();
        try
        {
            foreach (var wait in Enter(MigrationStep.Prepare, -1, witness, truth, timings.Prepare))
            {
                yield return wait;
            }
            foreach (var wait in MoveDisks(guest, witness, truth, mirrors))
            {
                yield return wait;
            }
            foreach (var wait in Enter(MigrationStep.Metadata, -1, witness, truth, timings.Metadata))
            {
                yield return wait;
            }
            if (guest.IsRunning)
            {
                foreach (var wait in MoveMemory(guest, witness, truth, mirrors))
                {
                    yield return wait;
                }
            }
            witness.Progress(MigrationProgress.CleaningUp);
            CloseMirrors(mirrors, truth);
            var clean = timings.Clean + timings.CleanPerDisk * guest.Disks.Count;
            foreach (var wait in Enter(MigrationStep.CleanUp, -1, witness, truth, clean))
            {
                yield return wait;
            }
            foreach (var wait in Enter(MigrationStep.Done, -1, witness, truth, TimeSpan.Zero))
            {
                yield return wait;
            }
        }
        finally
        {
            CloseMirrors(mirrors, truth);
        }
    }

    private static void CloseMirrors(List<Flow> mirrors, MigrationTruth truth)
    {
        foreach (var mirror in mirrors)
        {
            mirror.Close();
            truth.MirroredBytes += mirror.Carried;
        }
        mirrors.Clear();
    }

    private static TimeSpan RoundTrips(IReadOnlyList<Link> path, int count) =>
        path.Aggregate(TimeSpan.Zero, (sum, link) => sum + link.Latency * 2 * count);

    private IEnumerable<WorldWait> Enter(MigrationStep step, int disk, IMigrationWitness witness, MigrationTruth truth, TimeSpan cost)
    {
        truth.Note(step, disk, timeline.Now);
        if (witness.Enter(step, disk) is { } stall)
        {
            yield return stall;
        }
        if (cost > TimeSpan.Zero)
        {
            yield return WorldWait.For(timeline, cost);
        }
    }

    private IEnumerable<WorldWait> MoveDisks(MovedGuest guest, IMigrationWitness witness, MigrationTruth truth, List<Flow> mirrors)
    {
        var total = guest.Disks.Sum(disk => disk.VirtualBytes);
        var done = 0.0;
        for (var index = 0; index < guest.Disks.Count; index++)
        {
            var disk = guest.Disks[index];
            // Creating and attaching take several exchanges with the far side; so does composing.
            foreach (var wait in Enter(MigrationStep.DiskBegin, index, witness, truth, timings.DiskBegin + RoundTrips(disk.Path, 6)))
            {
                yield return wait;
            }
            foreach (var wait in Enter(MigrationStep.DiskMirror, index, witness, truth, TimeSpan.Zero))
            {
                yield return wait;
            }
            if (disk.IsMirrored && guest.IsRunning && disk.WriteRate > 0)
            {
                mirrors.Add(network.Open(disk.Path, double.PositiveInfinity, disk.WriteRate));
            }
            foreach (var wait in Enter(MigrationStep.DiskCopy, index, witness, truth, TimeSpan.Zero))
            {
                yield return wait;
            }
            var before = done;
            foreach (var wait in Transfer(disk.Path, disk.AllocatedBytes, truth.AddDisk, flow =>
                witness.Progress(MigrationProgress.Disk(before, disk.VirtualBytes, total, disk.AllocatedBytes <= 0 ? 1 : flow.Carried / disk.AllocatedBytes))))
            {
                yield return wait;
            }
            foreach (var wait in Enter(MigrationStep.DiskEnd, index, witness, truth, timings.DiskEnd + RoundTrips(disk.Path, 4)))
            {
                yield return wait;
            }
            done += disk.VirtualBytes;
        }
    }

    private IEnumerable<WorldWait> MoveMemory(MovedGuest guest, IMigrationWitness witness, MigrationTruth truth, List<Flow> mirrors)
    {
        var given = Math.Max(0, guest.ResidentBytes - guest.BalloonedBytes);
        foreach (var wait in Enter(MigrationStep.Balloon, -1, witness, truth, TimeSpan.FromSeconds(given / timings.BalloonRate)))
        {
            yield return wait;
        }
        foreach (var wait in Enter(MigrationStep.MemoryCopy, -1, witness, truth, RoundTrips(guest.MemoryPath, 3)))
        {
            yield return wait;
        }
        var pass = Math.Min(guest.ResidentBytes, guest.BalloonedBytes);
        var sent = 0.0;
        var passBegan = timeline.Now;
        for (var round = 0; ; round++)
        {
            passBegan = timeline.Now;
            foreach (var wait in SendPass(guest, pass, sent, passBegan, witness, truth))
            {
                yield return wait;
            }
            sent += pass;
            pass = guest.Activity.DirtyWithin(timeline.Now - passBegan);
            if (round >= LastDirtyRound || (round > 0 && pass < FewPages))
            {
                break;
            }
        }
        foreach (var wait in HandOver(guest, pass, sent, passBegan, witness, truth, mirrors))
        {
            yield return wait;
        }
    }

    private IEnumerable<WorldWait> HandOver(
        MovedGuest guest, double dirty, double sent, DateTimeOffset passBegan, IMigrationWitness witness, MigrationTruth truth, List<Flow> mirrors)
    {
        // The guest still writes until it has stopped.
        var last = guest.Activity.DirtyWithin(timeline.Now - passBegan + timings.Suspend);
        foreach (var wait in Enter(MigrationStep.Suspend, -1, witness, truth, timings.Suspend))
        {
            yield return wait;
        }
        var stopped = timeline.Now;
        CloseMirrors(mirrors, truth);
        foreach (var wait in Enter(MigrationStep.LastPass, -1, witness, truth, TimeSpan.Zero))
        {
            yield return wait;
        }
        foreach (var wait in SendPass(guest with { Activity = GuestActivity.Idle }, Math.Max(dirty, last), sent, timeline.Now, witness, truth))
        {
            yield return wait;
        }
        foreach (var wait in Enter(MigrationStep.HandOver, -1, witness, truth, timings.HandOver + RoundTrips(guest.MemoryPath, 2)))
        {
            yield return wait;
        }
        witness.Progress(MigrationProgress.MemorySent);
        yield return WorldWait.For(timeline, timings.Resume);
        truth.Downtime = timeline.Now - stopped;
        foreach (var wait in Enter(MigrationStep.Resume, -1, witness, truth, TimeSpan.Zero))
        {
            yield return wait;
        }
    }

    private IEnumerable<WorldWait> SendPass(
        MovedGuest guest, double pass, double sent, DateTimeOffset began, IMigrationWitness witness, MigrationTruth truth) =>
        Transfer(guest.MemoryPath, pass * StreamOverhead, truth.AddRound, flow =>
            witness.Progress(MigrationProgress.Memory(
                sent + flow.Carried / StreamOverhead,
                flow.Remaining / StreamOverhead + guest.Activity.DirtyWithin(timeline.Now - began))));

    private IEnumerable<WorldWait> Transfer(IReadOnlyList<Link> path, double bytes, Action<double> moved, Action<Flow> tell)
    {
        var flow = network.Open(path, bytes, timings.StreamCap);
        TimelineEntry? tick = null;
        void Tick()
        {
            network.Settle();
            tell(flow);
            tick = timeline.Schedule(timings.ProgressInterval, Tick);
        }
        try
        {
            Tick();
            yield return flow;
            tell(flow);
        }
        finally
        {
            tick?.Cancel();
            flow.Close();
            moved(flow.Carried);
        }
    }
}
