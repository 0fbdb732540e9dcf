using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Engine.Tests.Support;

/// <summary>A VM of the fake world with everything that was ever done to it.</summary>
internal sealed class FakeVm(VmFacts facts, HostId? host)
{
    public VmFacts Facts { get; set; } = facts;

    public HostId? Host { get; } = host;

    public List<FakeMigration> Migrations { get; } = [];

    public string? Mark { get; set; }

    public int Restorations { get; set; }

    /// <summary>Taken away by somebody, from both pools.</summary>
    public bool Vanished { get; set; }

    /// <summary>However its migrations end, it is found where it was.</summary>
    public bool Stays { get; set; }

    /// <summary>What a broken-off migration left at the target.</summary>
    public List<Leftover> Leftovers { get; } = [];

    public bool AttributesRestored { get; set; }

    /// <summary>Turns what the target pool shows into something else than planned.</summary>
    public Func<VmFacts, VmFacts> AtTarget { get; set; } = facts => facts;

    public IReadOnlyList<double> Sizes => [.. Facts.Disks.Select(disk => (double)disk.VirtualSize.Bytes)];

    public FakeMigration? Running(DateTimeOffset now) => Migrations.LastOrDefault(migration => migration.Runs(now));

    public bool Arrived(DateTimeOffset now) => !Stays && Migrations.Any(migration => migration.Arrived(now));

    public VmFacts? Source(DateTimeOffset now)
    {
        if (Vanished || Arrived(now))
        {
            return null;
        }

        var running = Running(now);
        var paused = running is not null && Facts.PowerState == PowerState.Running && running.Elapsed(now) >= running.MemoryEnd;
        return Facts with
        {
            MarkedFor = Mark,
            PowerState = paused ? PowerState.Suspended : Facts.PowerState,
            CurrentOperations = running is null ? [] : ["migrate_send"],
        };
    }

    public VmFacts? Target(DateTimeOffset now, MoveOrder order)
    {
        var running = Running(now);
        if (Vanished || (!Arrived(now) && (running is null || running.Elapsed(now) < running.DisksEnd)))
        {
            return null;
        }

        var live = Facts.PowerState == PowerState.Running;
        var runs = live && (running is null || running.Elapsed(now) >= running.PauseEnd);
        return AtTarget(Facts with
        {
            MarkedFor = Mark,
            PowerState = live && !runs ? PowerState.Halted : Facts.PowerState,
            ResidentOn = runs ? order.TargetHost : null,
            ImportInProgress = running is not null && !runs,
            CurrentOperations = [],
            Disks = [.. Facts.Disks.Select(disk => disk with { Id = new VdiId("copy-" + disk.Id.Uuid), Sr = order.Disks[disk.Id] })],
            Vifs = [.. Facts.Vifs.Select(vif => vif with { Network = order.Vifs[vif.Id] })],
            Attributes = AttributesRestored ? Facts.Attributes : Facts.Attributes with { Appliance = "", BlockedOperations = new Dictionary<string, string>() },
        });
    }
}
