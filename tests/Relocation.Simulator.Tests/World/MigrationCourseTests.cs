using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.World;

public class MigrationCourseTests
{
    private const double Gib = 1L << 30;

    [Fact]
    public void A_halted_guest_costs_its_allocated_bytes_and_the_fixed_steps()
    {
        var stage = new Stage();
        var took = stage.RunToEnd(stage.Guest(0, GuestActivity.Idle, stage.Disk(10 * Gib, 2e9), stage.Disk(20 * Gib, 3e9)));
        var t = stage.Timings;
        var steps = t.Prepare + t.Metadata + t.Clean + 2 * (t.DiskBegin + t.DiskEnd + t.CleanPerDisk) + TimeSpan.FromMilliseconds(2 * 10 * 2);
        Assert.Equal((steps + TimeSpan.FromSeconds(50)).TotalSeconds, took.TotalSeconds, 4);
        Assert.Equal([2e9, 3e9], stage.Truth.DiskBytes);
        Assert.Equal(0, stage.Truth.MirroredBytes);
        Assert.Empty(stage.Truth.MemoryRounds);
        Assert.Equal(TimeSpan.Zero, stage.Truth.Downtime);
    }

    [Fact]
    public void An_idle_guest_needs_two_passes_and_stands_still_for_the_constants_alone()
    {
        var stage = new Stage();
        stage.RunToEnd(stage.Guest(4 * Gib, GuestActivity.Idle, stage.Disk(Gib, Gib)));
        // A full pass, then an empty first dirty round, then an empty last one.
        Assert.Equal([4 * Gib * (1 + 8 / 4096.0), 0, 0], stage.Truth.MemoryRounds);
        var t = stage.Timings;
        Assert.Equal((t.HandOver + t.Resume + TimeSpan.FromMilliseconds(4)).TotalSeconds, stage.Truth.Downtime.TotalSeconds, 4);
    }

    [Fact]
    public void A_guest_that_dirties_faster_than_the_line_gets_five_live_passes_and_a_long_pause()
    {
        var stage = new Stage();
        var hot = new GuestActivity(2 * Gib, 400e6, 0, 0, 0);
        stage.RunToEnd(stage.Guest(8 * Gib, hot));
        Assert.Equal(6, stage.Truth.MemoryRounds.Count);
        Assert.True(stage.Truth.Downtime.TotalSeconds > 0.9 * 2 * Gib / 100e6, stage.Truth.Downtime.ToString());
        Assert.True(stage.Truth.TotalBytes <= (8 * Gib + 5 * 2 * Gib) * (1 + 8 / 4096.0));
    }

    [Fact]
    public void Passes_shrink_when_the_line_is_faster_than_the_guest()
    {
        var stage = new Stage();
        stage.RunToEnd(stage.Guest(4 * Gib, new GuestActivity(Gib, 20e6, 0, 0, 0)));
        var live = stage.Truth.MemoryRounds.SkipLast(1).ToArray();
        Assert.Equal(live.OrderDescending(), live);
        Assert.InRange(live.Length, 2, 5);
    }

    [Fact]
    public void Memory_begins_with_what_the_balloon_leaves()
    {
        var stage = new Stage();
        stage.RunToEnd(stage.Guest(4 * Gib, GuestActivity.Idle) with { BalloonedBytes = Gib });
        Assert.Equal(Gib * (1 + 8 / 4096.0), stage.Truth.MemoryRounds[0]);
    }

    [Fact]
    public void Writes_are_mirrored_from_the_copy_until_the_guest_stops_and_take_their_share()
    {
        var quiet = new Stage();
        var busy = new Stage();
        var without = quiet.RunToEnd(quiet.Guest(Gib, GuestActivity.Idle, quiet.Disk(4 * Gib, 4 * Gib)));
        var with = busy.RunToEnd(busy.Guest(Gib, GuestActivity.Idle, busy.Disk(4 * Gib, 4 * Gib, writes: 20e6)));
        Assert.True(with > without);
        var copy = busy.Truth.Steps.Single(item => item.Step == MigrationStep.DiskMirror).At;
        var stop = busy.Truth.Steps.Single(item => item.Step == MigrationStep.LastPass).At;
        Assert.Equal(20e6 * (stop - copy).TotalSeconds, busy.Truth.MirroredBytes, 1.0);
        Assert.Equal(busy.Truth.TotalBytes, busy.Line.Carried, 1.0);
    }

    [Fact]
    public void Progress_falls_between_the_phases_and_stays_between_zero_and_one()
    {
        var stage = new Stage();
        stage.RunToEnd(stage.Guest(4 * Gib, new GuestActivity(Gib, 60e6, 0, 0, 0), stage.Disk(10 * Gib, 2e9), stage.Disk(20 * Gib, 3e9)));
        var told = stage.Witness.Fractions;
        Assert.All(told, fraction => Assert.InRange(fraction, 0, 1));
        Assert.Contains(told.Zip(told.Skip(1)), pair => pair.Second < pair.First - 0.5);
        Assert.Equal(0.05 / 3, told[0], 6);
        Assert.Contains(told, fraction => Math.Abs(fraction - (0.95 * 2 + 1) / 3) < 1e-9);
        Assert.Equal(MigrationProgress.CleaningUp, told[^1]);
    }

    [Fact]
    public void Steps_come_in_order_and_disks_one_after_another()
    {
        var stage = new Stage();
        stage.RunToEnd(stage.Guest(Gib, GuestActivity.Idle, stage.Disk(1e9, 1e9), stage.Disk(2e9, 1e9)));
        Assert.Equal(
            [
                (MigrationStep.Prepare, -1),
                (MigrationStep.DiskBegin, 0), (MigrationStep.DiskMirror, 0), (MigrationStep.DiskCopy, 0), (MigrationStep.DiskEnd, 0),
                (MigrationStep.DiskBegin, 1), (MigrationStep.DiskMirror, 1), (MigrationStep.DiskCopy, 1), (MigrationStep.DiskEnd, 1),
                (MigrationStep.Metadata, -1), (MigrationStep.Balloon, -1), (MigrationStep.MemoryCopy, -1), (MigrationStep.Suspend, -1),
                (MigrationStep.LastPass, -1), (MigrationStep.HandOver, -1), (MigrationStep.Resume, -1), (MigrationStep.CleanUp, -1), (MigrationStep.Done, -1),
            ],
            stage.Witness.Steps);
    }

    [Fact]
    public void An_interruption_ends_every_stream_and_counts_what_moved()
    {
        var stage = new Stage();
        var process = stage.Move(stage.Guest(Gib, GuestActivity.Idle, stage.Disk(1e10, 1e10, writes: 1e6)));
        stage.RunFor(30);
        process.Interrupt(new OperationCanceledException());
        Assert.True(stage.HasEnded);
        Assert.IsType<OperationCanceledException>(stage.Failure);
        Assert.Empty(stage.Network.Flows);
        Assert.InRange(stage.Truth.TotalBytes, 1e9, 3e9);
        Assert.Equal(stage.Line.Carried, stage.Truth.TotalBytes, 1.0);
        var told = stage.Witness.Fractions.Count;
        stage.RunFor(1000);
        Assert.Equal(told, stage.Witness.Fractions.Count);
    }

    [Fact]
    public void A_step_stalls_until_it_is_let_go()
    {
        var stage = new Stage();
        var gate = new WorldGateWait();
        stage.Witness.Stalls[(MigrationStep.MemoryCopy, -1)] = gate;
        stage.Move(stage.Guest(Gib, GuestActivity.Idle));
        stage.RunFor(5000);
        Assert.False(stage.HasEnded);
        Assert.Equal((MigrationStep.MemoryCopy, -1), stage.Witness.Steps[^1]);
        gate.Open();
        stage.RunFor(100);
        Assert.True(stage.HasEnded);
        Assert.Null(stage.Failure);
    }

    [Fact]
    public void A_failing_step_ends_the_migration_there()
    {
        var stage = new Stage();
        stage.Witness.Failures[(MigrationStep.DiskBegin, 1)] = new InvalidOperationException("full");
        stage.Move(stage.Guest(Gib, GuestActivity.Idle, stage.Disk(1e9, 1e9, writes: 1e6), stage.Disk(2e9, 1e9)));
        stage.RunFor(1000);
        Assert.Equal("full", stage.Failure?.Message);
        Assert.Equal((MigrationStep.DiskBegin, 1), stage.Witness.Steps[^1]);
        Assert.Empty(stage.Network.Flows);
    }

    [Fact]
    public void Several_migrations_carry_in_sum_what_the_line_carried_and_take_the_same_course_again()
    {
        var first = Several();
        var second = Several();
        Assert.Equal(first.Truths.Sum(truth => truth.TotalBytes), first.Carried, 10.0);
        Assert.Equal(
            first.Truths.SelectMany(truth => truth.Steps),
            second.Truths.SelectMany(truth => truth.Steps));
        Assert.All(first.Truths, truth => Assert.True(truth.Ended > truth.Began));
        var makespan = first.Truths.Max(truth => truth.Ended!.Value) - Stage.Start;
        Assert.True(makespan.TotalSeconds >= first.Carried / 100e6);
    }

    private static (List<MigrationTruth> Truths, double Carried) Several()
    {
        var random = new Random(7);
        var stage = new Stage();
        var truths = new List<MigrationTruth>();
        for (var index = 0; index < 5; index++)
        {
            var guest = stage.Guest(
                Gib * random.Next(1, 9),
                new GuestActivity(Gib / 4, random.Next(1, 60) * 1e6, Gib, 2e6, 1e6),
                stage.Disk(random.Next(1, 40) * 1e9, random.Next(1, 10) * 1e9, writes: random.Next(0, 5) * 1e5));
            stage.Timeline.Schedule(TimeSpan.FromSeconds(random.Next(0, 60)), () =>
            {
                stage.Move(guest);
                truths.Add(stage.Truth);
            });
        }
        stage.RunFor(1e5);
        Assert.All(truths, truth => Assert.Equal(("success", MigrationStep.Done), (truth.Outcome, truth.Steps[^1].Step)));
        return (truths, stage.Line.Carried);
    }
}
