using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Tests.Inventory;

/// <summary>Two pools: west with two hosts, a shared and a local SR, a VLAN network on a bond; east, nameless, with one host of another CPU maker.</summary>
internal static class SmallDatacenter
{
    public static readonly PoolId West = new("west-pool");
    public static readonly PoolId East = new("east-pool");
    public static readonly HostId West1 = new("west-1");
    public static readonly HostId West2 = new("west-2");
    public static readonly VmId Radar = new("vm-radar");
    public static readonly SrId Shared = new("sr-shared");
    public static readonly SrId Local = new("sr-local");
    public static readonly NetworkId Office = new("net-office");

    public static InventorySet Set(Func<Vm, Vm>? radar = null, Func<InventorySnapshot, InventorySnapshot>? west = null)
    {
        var snapshot = WestSnapshot(radar ?? (vm => vm));
        return InventorySet.Of(new InventoryView(west?.Invoke(snapshot) ?? snapshot), new InventoryView(EastSnapshot()));
    }

    public static Vm RadarIn(InventorySet set) => set[West]!.Vm(Radar)!;

    private static InventorySnapshot WestSnapshot(Func<Vm, Vm> radar) => new()
    {
        Pool = new Pool { Pool = West, Id = West, Name = "West", Coordinator = West1, DefaultSr = Shared },
        Revision = 7,
        CapturedAt = new DateTimeOffset(2026, 11, 24, 18, 5, 0, TimeSpan.Zero),
        Hosts = [HostOf(West, West1, "w1", "GenuineIntel", "3.4.0"), HostOf(West, West2, "w2", "GenuineIntel", "3.4.0")],
        StorageRepositories =
        [
            new StorageRepository { Pool = West, Id = Shared, Name = "SAN", Type = "lvmoiscsi", Shared = true, PhysicalSize = ByteSize.FromGibibytes(1000), PhysicalUtilisation = ByteSize.FromGibibytes(250) },
            new StorageRepository { Pool = West, Id = Local, Name = "Local", Type = "ext", PhysicalSize = ByteSize.FromGibibytes(100) },
        ],
        Pbds = [Plugged("p1", West1, Shared), Plugged("p2", West2, Shared), Plugged("p3", West1, Local)],
        Vdis =
        [
            new Vdi { Pool = West, Id = new("vdi-root"), Name = "root", Sr = Shared, VirtualSize = ByteSize.FromGibibytes(40), Managed = true, Parent = new VdiId("vdi-base") },
            new Vdi { Pool = West, Id = new("vdi-base"), Sr = Shared, Parent = new VdiId("vdi-root") },
            new Vdi { Pool = West, Id = new("vdi-snap"), Name = "before", Sr = Shared, IsSnapshot = true, SnapshotOf = new VdiId("vdi-root"), Managed = true },
        ],
        Vms =
        [
            radar(new Vm
            {
                Pool = West,
                Id = Radar,
                Name = "radar",
                Kind = VmKind.VirtualMachine,
                PowerState = PowerState.Running,
                ResidentOn = West1,
                VcpusAtStartup = 4,
                VcpusMax = 4,
                MemoryDynamicMax = ByteSize.FromGibibytes(8),
                MemoryStaticMax = ByteSize.FromGibibytes(8),
                MemoryActual = ByteSize.FromGibibytes(8),
                GuestNetworks = new Dictionary<string, string> { ["0/ip"] = "10.1.0.7", ["0/ipv6/0"] = "fe80::7" },
            }),
            new Vm { Pool = West, Id = new("vm-snap"), Name = "before", Kind = VmKind.Snapshot, SnapshotOf = Radar },
            new Vm { Pool = West, Id = new("vm-dom0"), Name = "Control domain", Kind = VmKind.ControlDomain, ResidentOn = West1, PowerState = PowerState.Running },
        ],
        Vbds = [new Vbd { Pool = West, Id = new("vbd"), Vm = Radar, Vdi = new VdiId("vdi-root"), Type = "Disk", UserDevice = "0", Device = "xvda" }],
        Vifs = [new Vif { Pool = West, Id = new("vif"), Vm = Radar, Network = Office, Device = "0", Mac = "52:54:00:00:00:07" }],
        Networks = [new Network { Pool = West, Id = Office, Name = "office", Bridge = "xapi1" }],
        Pifs =
        [
            PifOf("eth0") with { Physical = true, SlaveOf = new BondId("bond") },
            PifOf("eth1") with { Physical = true, SlaveOf = new BondId("bond") },
            PifOf("bond0") with { MasterOf = new BondId("bond") },
            PifOf("bond0-20") with { Device = "bond0", VlanTag = 20, Network = Office, CurrentlyAttached = true },
        ],
        Bonds = [new Bond { Pool = West, Id = new("bond"), Master = new PifId("bond0"), Slaves = ["eth0", "eth1"], Mode = "lacp" }],
        Vlans = [new Vlan { Pool = West, Id = new("vlan"), Tag = 20, TaggedPif = new PifId("bond0"), UntaggedPif = new PifId("bond0-20") }],
    };

    private static InventorySnapshot EastSnapshot() => new()
    {
        Pool = new Pool { Pool = East, Id = East },
        Revision = 1,
        CapturedAt = new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.Zero),
        Hosts = [HostOf(East, new HostId("east-1"), "e1", "AuthenticAMD", "3.2.0")],
    };

    private static Host HostOf(PoolId pool, HostId id, string name, string vendor, string platform) => new()
    {
        Pool = pool,
        Id = id,
        Name = name,
        Enabled = true,
        Live = true,
        CpuVendor = vendor,
        PlatformVersion = platform,
        MemoryTotal = ByteSize.FromGibibytes(64),
        MemoryFree = ByteSize.FromGibibytes(32),
    };

    private static Pbd Plugged(string id, HostId host, SrId sr) => new() { Pool = West, Id = new(id), Host = host, Sr = sr, CurrentlyAttached = true };

    private static Pif PifOf(string id) => new() { Pool = West, Id = new(id), Host = West1, Device = id, VlanTag = -1 };
}
