using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Engine.Tests.Support;

/// <summary>A small, deterministic model of two pools: what VMs are where, migrations that take time, tasks that pools forget.</summary>
internal sealed class FakeWorld(TimeProvider time)
{
    private int _tasks;

    public Dictionary<VmId, FakeVm> Vms { get; } = [];

    /// <summary>Most sendings at a time from one host so far.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Calls fail without effect while this says so.</summary>
    public Func<string, MoveOrder, Exception?> Refuse { get; set; } = (_, _) => null;

    /// <summary>Calls have their effect, but the answer is lost, while this says so.</summary>
    public Func<string, MoveOrder, bool> LosesAnswer { get; set; } = (_, _) => false;

    /// <summary>Answers of the pools' own check; null accepts.</summary>
    public Func<MoveOrder, HypervisorError?> Check { get; set; } = _ => null;

    public Action<FakeMigration> Sent { get; set; } = _ => { };

    public DateTimeOffset Now => time.GetUtcNow();

    public int Sends(VmId vm) => Vms[vm].Migrations.Count;

    public MoveObservation Observe(MoveOrder order)
    {
        var vm = Vms[order.Vm];
        var tasks = vm.Migrations.AsEnumerable().Reverse()
            .Where(migration => !migration.Forgotten && (migration.Tagged || migration.Runs(Now)))
            .Select(migration => migration.Observe(Now, vm.Sizes));
        return new MoveObservation
        {
            At = Now,
            Source = vm.Source(Now),
            Target = vm.Target(Now, order),
            Tasks = [.. tasks],
            Leftovers = [.. vm.Leftovers],
            TargetDisks = vm.Running(Now) is { } running ? [.. Arriving(vm, order, running)] : [],
        };
    }

    public MigrationTask? Task(MoveOrder order, MigrationTaskId id) =>
        Vms[order.Vm].Migrations.FirstOrDefault(migration => migration.Task == id && !migration.Forgotten)?.Observe(Now, Vms[order.Vm].Sizes);

    public FakeMigration Send(MoveOrder order)
    {
        var vm = Vms[order.Vm];
        if (vm.Source(Now) is null || vm.Running(Now) is not null)
        {
            throw new HypervisorException(new HypervisorError("OTHER_OPERATION_IN_PROGRESS", ["VM", order.Vm.Uuid]));
        }

        var atOnce = Vms.Values.Count(other => other.Host == vm.Host && other.Running(Now) is not null);
        var seconds = vm.Facts.Disks.Select(disk => disk.VirtualSize.Gibibytes).ToList();
        var migration = new FakeMigration(new MigrationTaskId($"task-{++_tasks}"), Now, vm.Facts.PowerState == PowerState.Running, seconds);
        if (atOnce >= 3)
        {
            migration.StopsAt = Now;
            migration.Error = new HypervisorError("TOO_MANY_STORAGE_MIGRATES", ["3"]);
        }

        vm.Migrations.Add(migration);
        MostAtOnce = Math.Max(MostAtOnce, atOnce + 1);
        Sent(migration);
        return migration;
    }

    /// <summary>Cancellation is honoured until memory moves.</summary>
    public void Cancel(MoveOrder order, MigrationTaskId task)
    {
        var migration = Vms[order.Vm].Migrations.Single(candidate => candidate.Task == task);
        if (migration.Runs(Now) && migration.Elapsed(Now) < migration.MemoryEnd)
        {
            (migration.StopsAt, migration.Cancelled) = (Now.AddSeconds(1), true);
        }
    }

    /// <summary>The coordinator forgets every task; what copies disks dies with it, what has begun with memory goes on.</summary>
    public void RestartCoordinator()
    {
        foreach (var migration in Vms.Values.SelectMany(vm => vm.Migrations))
        {
            migration.Forgotten = true;
            if (migration.Runs(Now) && migration.Elapsed(Now) < migration.DisksEnd)
            {
                migration.StopsAt = Now;
            }
        }
    }

    private IEnumerable<DiskFacts> Arriving(FakeVm vm, MoveOrder order, FakeMigration running) =>
        vm.Facts.Disks.Zip(running.DiskFractions(Now))
            .Where(pair => pair.Second > 0)
            .Select(pair => pair.First with { Sr = order.Disks[pair.First.Id], PhysicalUtilisation = new ByteSize((long)(pair.First.VirtualSize.Bytes * pair.Second)) });
}
