using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>A checked migration: from where to where, and what.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Source">The VM's pool.</param>
/// <param name="Destination">The pool it goes to; the same within a pool.</param>
/// <param name="Sender">The host that sends.</param>
/// <param name="Receiver">The host that receives.</param>
/// <param name="Disks">All its disks, in order.</param>
internal sealed record MovePlan(
    MigrationRequest Request, SimulatedPool Source, SimulatedPool Destination, XapiObject Sender, XapiObject Receiver, IReadOnlyList<DiskMove> Disks)
{
    /// <summary>The disks whose bytes move, in order.</summary>
    public IReadOnlyList<DiskMove> Moving { get; } = [.. Disks.Where(disk => !disk.Stays)];

    /// <summary>What the mechanism moves.</summary>
    public MovedGuest Guest(WorldEngine engine)
    {
        var vm = Request.Vm;
        var isRunning = Request.IsLive && (Sender.Uuid != Receiver.Uuid || Source != Destination);
        var activity = isRunning || Request.IsLive ? GuestFacts.ActivityOf(vm, engine.Seed) : GuestActivity.Idle;
        var written = Disks.Count(disk => disk.IsMirrored);
        var disks = Moving.Select(disk => new MovedDisk(
            disk.Vdi.Ref, disk.Vdi.Number("virtual_size"), Allocated(disk.Vdi), disk.IsMirrored, written == 0 ? 0 : activity.DiskWriteRate / written, Path(engine, disk)));
        var resident = Source.Database.Find("VM_metrics", vm.Text("metrics")) is { } metrics && metrics.Number("memory_actual") > 0
            ? metrics.Number("memory_actual")
            : vm.Number("memory_dynamic_max");
        return new MovedGuest([.. disks], isRunning ? resident : 0, vm.Number("memory_dynamic_min"), activity, HostPath(engine), isRunning);
    }

    /// <summary>What is written on a disk; all of it where the pool does not know.</summary>
    public static long Allocated(XapiObject vdi)
    {
        var (written, size) = (vdi.Number("physical_utilisation"), vdi.Number("virtual_size"));
        return written <= 0 ? size : Math.Min(written, size);
    }

    private List<Link> HostPath(WorldEngine engine)
    {
        var path = new List<Link> { Card(engine, Source, Sender) };
        if (engine.Links.Line(Source.Name, Destination.Name) is { } line)
        {
            path.Add(line);
        }
        path.Add(Card(engine, Destination, Receiver));
        return path;
    }

    private List<Link> Path(WorldEngine engine, DiskMove disk)
    {
        var path = HostPath(engine);
        path.Insert(0, engine.Links.Store(Source.Database.Require("SR", disk.Vdi.Text("SR")).Uuid));
        path.Add(engine.Links.Store(Destination.Database.Require("SR", disk.Store).Uuid));
        return path;
    }

    private static Link Card(WorldEngine engine, SimulatedPool pool, XapiObject host)
    {
        var pifs = VmParts.Rows(pool.Database, "PIF", host.Texts("PIFs")).ToList();
        var management = pifs.FirstOrDefault(pif => pif.Bool("management")) ?? pifs.FirstOrDefault(pif => pif.Text("IP").Length > 0);
        var speed = management is null ? 0 : pool.Database.Find("PIF_metrics", management.Text("metrics"))?.Number("speed") ?? 0;
        return engine.Links.Card(pool.Name, host.Uuid, speed is > 0 and < 1_000_000 ? speed : 0);
    }
}
