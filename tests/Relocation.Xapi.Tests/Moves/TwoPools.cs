using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Xapi.Moves;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Moves;

/// <summary>A VM with two disks and one interface in pool A, and an empty pool B with an SR and a network; and the order that moves it.</summary>
internal sealed class TwoPools : IAsyncDisposable
{
    public static readonly string Vm = Ref(1);
    public static readonly string Disk0 = Ref(2);
    public static readonly string Disk1 = Ref(3);
    public static readonly string Vif = Ref(4);
    public static readonly string SourceSr = Ref(5);
    public static readonly string TargetHost = Ref(6);
    public static readonly string TargetNetwork = Ref(7);
    public static readonly string TargetSr = Ref(8);
    public static readonly string Task = Ref(9);
    public static readonly string TargetVm = Ref(10);
    private static readonly PoolId PoolA = new("pool-a");
    private static readonly PoolId PoolB = new("pool-b");
    private readonly XapiMovers movers;

    public TwoPools()
    {
        Source.Put("pool", Ref(90), "pool-a", ("master", Ref(91))).Put("host", Ref(91), "host-a", ("API_version_major", 2), ("API_version_minor", 21))
            .Put("VM", Vm, "vm-1", ("name_label", "web"), ("power_state", "Running"), ("resident_on", Ref(91)), ("current_operations", Map()), ("other_config", Map()),
                ("VBDs", new[] { Ref(20), Ref(21), Ref(22) }), ("VIFs", new[] { Vif }), ("blocked_operations", Map(("destroy", "keep"))), ("affinity", Ref(91)), ("appliance", Ref(92)),
                ("ha_restart_priority", "restart"))
            .Put("VBD", Ref(20), "vbd-1", ("type", "Disk"), ("empty", false), ("userdevice", "1"), ("VDI", Disk1))
            .Put("VBD", Ref(21), "vbd-0", ("type", "Disk"), ("empty", false), ("userdevice", "0"), ("VDI", Disk0))
            .Put("VBD", Ref(22), "vbd-cd", ("type", "CD"), ("empty", true), ("userdevice", "3"), ("VDI", "OpaqueRef:NULL"))
            .Put("VDI", Disk0, "vdi-0", ("name_label", "root"), ("SR", SourceSr), ("virtual_size", 1 << 30), ("physical_utilisation", 1 << 20), ("cbt_enabled", true), ("other_config", Map()), ("snapshots", Array.Empty<string>()))
            .Put("VDI", Disk1, "vdi-1", ("name_label", "data"), ("SR", SourceSr), ("virtual_size", 2L << 30), ("physical_utilisation", 1 << 21), ("cbt_enabled", false), ("other_config", Map()), ("snapshots", Array.Empty<string>()))
            .Put("VIF", Vif, "vif-0", ("device", "0"), ("MAC", "aa:bb:cc:00:00:01"), ("network", Ref(93)), ("currently_attached", true), ("locking_mode", "locked"), ("other_config", Map()))
            .Put("SR", SourceSr, "sr-a").Put("network", Ref(93), "net-a").Put("VM_appliance", Ref(92), "app-a", ("name_label", "shop"));
        Target.Put("pool", Ref(94), "pool-b", ("master", TargetHost)).Put("host", TargetHost, "host-b")
            .Put("network", TargetNetwork, "net-b").Put("SR", TargetSr, "sr-b");
        movers = new XapiMovers((pool, _) => System.Threading.Tasks.Task.FromResult(pool == PoolA ? Source.Endpoint : pool == PoolB ? Target.Endpoint : null), Scripts.Hasty);
        Order = new MoveOrder
        {
            Run = new RunId(new Guid(7, 0, 0, new byte[8])),
            Move = new MoveId(new Guid(8, 0, 0, new byte[8])),
            Vm = new VmId("vm-1"),
            VmName = "web",
            SourcePool = PoolA,
            TargetPool = PoolB,
            TargetHost = new HostId("host-b"),
            TransferNetwork = new NetworkId("net-b"),
            Method = MoveMethod.Live,
            Disks = new Dictionary<VdiId, SrId> { [new("vdi-0")] = new("sr-b"), [new("vdi-1")] = new("sr-b") },
            Vifs = new Dictionary<VifId, NetworkId> { [new("vif-0")] = new("net-b") },
        };
        Target.Handlers["host.migrate_receive"] = call => call.Result(Map(("SM", "http://10.0.0.9/services/SM"), ("host", TargetHost), ("session_id", "OpaqueRef:destination")));
        Source.Handlers["VM.assert_can_migrate"] = call => call.Result("");
        Source.Handlers["Async.VM.migrate_send"] = call =>
        {
            PutTask("pending", 0.25);
            return call.Result(Task);
        };
    }

    public ScriptedPool Source { get; } = new();

    public ScriptedPool Target { get; } = new();

    public MoveOrder Order { get; init; }

    public static string Ref(int number) => $"OpaqueRef:00000000-0000-0000-0000-{number:D12}";

    public static Dictionary<string, string> Map(params (string Key, string Value)[] items) => items.ToDictionary(item => item.Key, item => item.Value);

    public Task<IVmMover> MoverAsync(CancellationToken cancellationToken) => movers.BetweenAsync(PoolA, PoolB, cancellationToken);

    public Task<IVmMover> MoverAsync(string source, string target, CancellationToken cancellationToken) => movers.BetweenAsync(new(source), new(target), cancellationToken);

    public void PutTask(string status, double progress, params string[] error) =>
        Source.Put("task", Task, "task-1", ("status", status), ("progress", progress), ("created", "20261123T02:01:32Z"),
            ("finished", status == "pending" ? "19700101T00:00:00Z" : "20261123T02:02:00Z"), ("error_info", error), ("other_config", Map()));

    /// <summary>The VM as it arrives in the target pool.</summary>
    public void PutArrived(string power, params (string Field, object Value)[] more) =>
        Target.Put("VM", TargetVm, "vm-1", [("name_label", "web"), ("power_state", power), ("resident_on", power == "Running" ? TargetHost : "OpaqueRef:NULL"), ("current_operations", Map()),
                ("other_config", Map(("import_task", Ref(77)), ("relocation:move", Order.Move.ToString()))), ("VBDs", new[] { Ref(30), Ref(31) }), ("VIFs", new[] { Ref(40) }), ("ha_restart_priority", ""), .. more])
            .Put("VBD", Ref(30), "vbd-0", ("type", "Disk"), ("empty", false), ("userdevice", "0"), ("VDI", Ref(50)))
            .Put("VBD", Ref(31), "vbd-1", ("type", "Disk"), ("empty", false), ("userdevice", "1"), ("VDI", Ref(51)))
            .Put("VDI", Ref(50), "new-0", ("name_label", "root"), ("SR", TargetSr), ("virtual_size", 1 << 30), ("physical_utilisation", 5 << 20), ("VBDs", new[] { Ref(30) }), ("sm_config", Map()))
            .Put("VDI", Ref(51), "new-1", ("name_label", "data"), ("SR", TargetSr), ("virtual_size", 2L << 30), ("physical_utilisation", 6 << 20), ("VBDs", new[] { Ref(31) }), ("sm_config", Map()))
            .Put("VIF", Ref(40), "vif-0", ("device", "0"), ("MAC", "aa:bb:cc:00:00:01"), ("network", TargetNetwork), ("currently_attached", true), ("locking_mode", "network_default"));

    /// <summary>A disk that the target pool is filling, or was.</summary>
    public void PutMirror(int number, string uuid, string sourceDisk, long bytes, bool snapshot = false) =>
        Target.Put("VDI", Ref(number), uuid, ("name_label", "root"), ("SR", TargetSr), ("virtual_size", 1 << 30), ("physical_utilisation", bytes), ("VBDs", Array.Empty<string>()),
            ("is_a_snapshot", snapshot), ("sm_config", Map(("base_mirror", $"sr-a/{sourceDisk}"))));

    public async ValueTask DisposeAsync()
    {
        await movers.DisposeAsync();
        await Source.DisposeAsync();
        await Target.DisposeAsync();
    }
}
