using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Core.Tests.Fixtures;

/// <summary>Builds the inventory of one pool: sensible objects, which a test then bends.</summary>
internal sealed class TestPool(string name)
{
    private static readonly Dictionary<string, string> Version = new() { ["platform_version"] = "3.4.0", ["xapi_build"] = "25.33.1", ["xen"] = "4.17.5-13" };

    private readonly List<Host> hosts = [];
    private readonly List<StorageRepository> srs = [];
    private readonly List<Pbd> pbds = [];
    private readonly List<Network> networks = [];
    private readonly List<Pif> pifs = [];
    private readonly List<Vm> vms = [];
    private readonly List<Vbd> vbds = [];
    private readonly List<Vdi> vdis = [];
    private readonly List<Vif> vifs = [];
    private readonly List<Vgpu> vgpus = [];
    private readonly Dictionary<(string Vm, char Kind), int> positions = [];

    public PoolId Id { get; } = new(name);

    public Dictionary<string, string> Restrictions { get; } = [];

    public bool HaEnabled { get; set; }

    public InventorySnapshot Snapshot => new()
    {
        Pool = new Pool { Pool = Id, Id = Id, Name = name, Restrictions = Restrictions, HaEnabled = HaEnabled },
        Revision = 1,
        CapturedAt = DateTimeOffset.UnixEpoch,
        Hosts = hosts,
        StorageRepositories = srs,
        Pbds = pbds,
        Networks = networks,
        Pifs = pifs,
        Vms = vms,
        Vbds = vbds,
        Vdis = vdis,
        Vifs = vifs,
        Vgpus = vgpus,
    };

    public InventoryView View => new(Snapshot);

    public Host Host(string key, Func<Host, Host>? bend = null)
    {
        var host = new Host
        {
            Pool = Id,
            Id = new HostId($"{name}/host/{key}"),
            Name = key,
            Enabled = true,
            Live = true,
            MemoryTotal = ByteSize.FromGibibytes(64),
            MemoryOverhead = ByteSize.FromGibibytes(1),
            CpuCount = 16,
            CpuVendor = "GenuineIntel",
            CpuFeaturesHvm = "ffff0000-0000ffff",
            CpuFeaturesPv = "ffff0000-0000ffff",
            SoftwareVersion = Version,
            PlatformVersion = "3.4.0",
            VirtualHardwarePlatformVersions = ["0", "1", "2"],
        };
        return Keep(hosts, bend?.Invoke(host) ?? host);
    }

    public StorageRepository Sr(string key, double freeGibibytes = 500, Func<StorageRepository, StorageRepository>? bend = null)
    {
        var sr = new StorageRepository
        {
            Pool = Id,
            Id = new SrId($"{name}/sr/{key}"),
            Name = key,
            Type = "nfs",
            ContentType = "user",
            Shared = true,
            PhysicalSize = ByteSize.FromGibibytes(1000),
            PhysicalUtilisation = ByteSize.FromGibibytes(1000 - freeGibibytes),
            Capabilities = ["VDI_SNAPSHOT", "VDI_MIRROR"],
        };
        sr = Keep(srs, bend?.Invoke(sr) ?? sr);
        foreach (var host in hosts)
        {
            pbds.Add(new Pbd { Pool = Id, Id = new PbdId($"{sr.Uuid}/{host.Name}"), Host = host.Id, Sr = sr.Id, CurrentlyAttached = true });
        }

        return sr;
    }

    public Network Network(string key, long vlan = -1, bool management = false, string ip = "", Func<Network, Network>? bend = null)
    {
        var network = new Network { Pool = Id, Id = new NetworkId($"{name}/network/{key}"), Name = key, Mtu = 1500 };
        network = Keep(networks, bend?.Invoke(network) ?? network);
        foreach (var host in hosts)
        {
            pifs.Add(new Pif
            {
                Pool = Id,
                Id = new PifId($"{network.Uuid}/{host.Name}"),
                Host = host.Id,
                Network = network.Id,
                Device = "eth0",
                VlanTag = vlan,
                Management = management,
                CurrentlyAttached = true,
                Ip = ip.Length > 0 ? ip : management ? "10.0.0.1" : "",
                Netmask = "255.255.255.0",
            });
        }

        return network;
    }

    /// <summary>Gives every host an interface on the network and a connection to the SR.</summary>
    public void ConnectAll(Network network, StorageRepository sr)
    {
        foreach (var host in hosts)
        {
            pifs.Add(new Pif { Pool = Id, Id = new PifId($"{network.Uuid}/again/{host.Name}"), Host = host.Id, Network = network.Id, CurrentlyAttached = true, VlanTag = 100 });
            pbds.Add(new Pbd { Pool = Id, Id = new PbdId($"{sr.Uuid}/again/{host.Name}"), Host = host.Id, Sr = sr.Id, CurrentlyAttached = true });
        }
    }

    public Vm Vm(string key, Func<Vm, Vm>? bend = null)
    {
        var vm = new Vm
        {
            Pool = Id,
            Id = new VmId($"vm/{key}"),
            Name = key,
            PowerState = PowerState.Running,
            ResidentOn = hosts.Count > 0 ? hosts[0].Id : null,
            VcpusMax = 2,
            MemoryStaticMax = ByteSize.FromGibibytes(4),
            MemoryDynamicMax = ByteSize.FromGibibytes(4),
            MemoryDynamicMin = ByteSize.FromGibibytes(4),
            MemoryOverhead = ByteSize.FromMebibytes(35),
            DomainType = "hvm",
            HvmBootPolicy = "BIOS order",
            HardwarePlatformVersion = 1,
            LastBootCpuVendor = "GenuineIntel",
            LastBootCpuFeatures = "ffff0000-0000ffff",
            ToolsUpToDate = true,
            GuestOther = new Dictionary<string, string> { ["feature-suspend"] = "1" },
            OtherConfig = new Dictionary<string, string> { ["mac_seed"] = $"seed-{key}" },
            Version = 3,
        };
        return Keep(vms, bend?.Invoke(vm) ?? vm);
    }

    public Vm SnapshotOf(Vm of, string key, Func<Vm, Vm>? bend = null) => Vm(key, vm =>
    {
        var snapshot = vm with { Kind = VmKind.Snapshot, SnapshotOf = of.Id, PowerState = PowerState.Halted, ResidentOn = null, OtherConfig = of.OtherConfig, SnapshotTime = DateTimeOffset.UnixEpoch };
        return bend?.Invoke(snapshot) ?? snapshot;
    });

    public Vdi Disk(Vm vm, StorageRepository sr, double gibibytes = 20, double allocated = 8, Func<Vdi, Vdi>? bend = null, string type = "Disk", string mode = "RW")
    {
        var position = $"{Next(vm.Uuid, 'd')}";
        var vdi = Vdi($"{vm.Name}-{position}", sr, gibibytes, allocated, bend);
        vbds.Add(new Vbd { Pool = Id, Id = new VbdId($"{vdi.Uuid}/vbd"), Vm = vm.Id, Vdi = vdi.Id, UserDevice = position, Type = type, Mode = mode });
        return vdi;
    }

    public Vdi Vdi(string key, StorageRepository sr, double gibibytes = 20, double allocated = 8, Func<Vdi, Vdi>? bend = null)
    {
        var vdi = new Vdi
        {
            Pool = Id,
            Id = new VdiId($"{name}/vdi/{key}"),
            Name = key,
            Sr = sr.Id,
            VirtualSize = ByteSize.FromGibibytes(gibibytes),
            PhysicalUtilisation = ByteSize.FromGibibytes(allocated),
            Type = "user",
            Managed = true,
            OnBoot = "persist",
        };
        return Keep(vdis, bend?.Invoke(vdi) ?? vdi);
    }

    public Vif Vif(Vm vm, Network? network, string? mac = null)
    {
        var position = $"{Next(vm.Uuid, 'i')}";
        return Keep(vifs, new Vif
        {
            Pool = Id,
            Id = new VifId($"{name}/vif/{vm.Name}/{position}"),
            Vm = vm.Id,
            Network = network?.Id,
            Device = position,
            Mac = mac ?? $"mac-{vm.Name}-{position}",
        });
    }

    public Vgpu Vgpu(Vm vm) => Keep(vgpus, new Vgpu { Pool = Id, Id = new VgpuId($"{name}/vgpu/{vm.Name}"), Vm = vm.Id, Type = "GRID" });

    private int Next(string vm, char kind) => positions[(vm, kind)] = positions.GetValueOrDefault((vm, kind), -1) + 1;

    private static T Keep<T>(List<T> list, T item)
    {
        list.Add(item);
        return item;
    }
}
