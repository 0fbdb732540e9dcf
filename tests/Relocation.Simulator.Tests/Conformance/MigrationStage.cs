using Relocation.Simulator.Database;
using Relocation.Simulator.Hosting;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>
/// The two pools of the recorded migrations and what stands for what in them: the recording's answers name few objects, so they are
/// told apart by their use in the calls.
/// </summary>
internal sealed class MigrationStage(SimulatorServer server)
{
    private const long TooMuchMemory = 214_748_364_800;

    public ReferenceMap Map { get; } = new();

    public Replay Alpha => new(server.Pools[0], Map);

    public Replay Beta => new(server.Pools[1], Map);

    private PoolDatabase Source => server.Pools[0].Pool.Database;

    private PoolDatabase Destination => server.Pools[1].Pool.Database;

    /// <summary>The first session of the recording: checks, refusals, a halted move.</summary>
    public void FirstBoot()
    {
        KnowVm("31f89dad-c284-0ecd-eaaf-6a175809d3e6", "alpha-vm0", ["c8e98369"], ["8f67f3cf"]);
        KnowVm("bc27a3f7", "alpha-vm2", ["aafd7970"], ["6aab708c"]);
        KnowVm("fbf10b97", "alpha-vm1", ["544ad39b", "ff477ff2"], ["c4e30d8d", "b614dabd"]);
        KnowVm("04b9a9d7", "alpha-vm3", ["8f4d8f2f", "3b95c326"], ["742bd047", "4e8c8471"]);
        Know("e741ccb7", Named(Source, "host", "xrt1"));
        Know("6c0dd96b", Named(Destination, "host", "xrt2"));
        Know("8a6db14c", Named(Destination, "network", "Pool-wide network 0"));
        Know("5fab1f9e", Named(Destination, "network", "Pool-wide network 1"));
        Know("41141e24", Destination.All("PIF").Single(pif => pif.Text("device") == "eth1"));
        Know("965c400d", Named(Destination, "network", "Host internal management network"));
        Know("d45eff54", Named(Destination, "SR", "NFS beta"));
        Know("5edf4042", Named(Destination, "SR", "ISO beta"));
        KnowDestinationSession("93c05f5e");
    }

    /// <summary>The second session of the recording: two live moves.</summary>
    public void SecondBoot()
    {
        KnowVm("b2e719a3", "alpha-diskless", [], ["3982b979"]);
        KnowVm("7bf05427", "alpha-vm0", ["2e7486e6"], ["2e787992"]);
        Know("a81e677d", Named(Destination, "host", "xrt2"));
        Know("174b1494", Named(Destination, "network", "Pool-wide network 0"));
        Know("b53fbe34", Named(Destination, "SR", "NFS beta"));
        KnowDestinationSession("11a37ebc");
    }

    /// <summary>What was done between two exchanges and is not among them.</summary>
    public void Prepare(string name)
    {
        switch (name)
        {
            case "acm_not_enough_memory":
                SetMemory(Named(Source, "VM", "alpha-vm3"));
                break;
            case "acm_host_disabled":
                Destination.Set(Named(Destination, "host", "xrt2"), "enabled", false);
                break;
            case "assert_can_boot_here":
                Destination.Set(Named(Destination, "host", "xrt2"), "enabled", true);
                break;
            case "start_not_enough_memory":
                Source.Set(Named(Source, "VM", "alpha-vm3"), "power_state", "Running");
                break;
            case "acm_running_copy":
                // The guest had been suspended by then, whatever the name says.
                Source.Set(Named(Source, "VM", "alpha-vm0"), "power_state", "Suspended");
                break;
            case "async_pool_migrate":
                Source.Set(Named(Source, "VM", "alpha-vm0"), "power_state", "Running");
                break;
            default:
                break;
        }
    }

    private void SetMemory(XapiObject vm) => Source.Atomically(() =>
    {
        foreach (var field in (string[])["memory_static_max", "memory_dynamic_max", "memory_dynamic_min", "memory_target"])
        {
            Source.Set(vm, field, TooMuchMemory);
        }
    });

    private static XapiObject Named(PoolDatabase database, string type, string name) =>
        database.All(type).First(row => row.Text("name_label") == name);

    private void KnowVm(string start, string name, string[] disks, string[] cards)
    {
        var vm = Named(Source, "VM", name);
        Know(start, vm);
        var drives = vm.Texts("VBDs").Select(item => Source.Require("VBD", item)).Where(item => item.Text("type") == "Disk")
            .OrderBy(item => item.Text("userdevice"), StringComparer.Ordinal).Select(item => Source.Require("VDI", item.Text("VDI")));
        foreach (var (disk, row) in disks.Zip(drives))
        {
            Know(disk, row);
        }
        var interfaces = vm.Texts("VIFs").Select(item => Source.Require("VIF", item)).OrderBy(item => item.Text("device"), StringComparer.Ordinal);
        foreach (var (card, row) in cards.Zip(interfaces))
        {
            Know(card, row);
        }
    }

    private void Know(string start, XapiObject row) => Map.AddByStart(start, row.Ref);

    private void KnowDestinationSession(string start) =>
        Map.AddByStart(start, server.Pools[1].Pool.Sessions.Open("root", "xapi", server.Pools[1].Pool.Coordinator.Ref));
}
