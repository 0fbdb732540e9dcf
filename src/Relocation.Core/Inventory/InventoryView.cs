namespace Relocation.Core.Inventory;

/// <summary>Lookups over one pool's snapshot, built once and shared by planner, preflight and pages.</summary>
public sealed class InventoryView
{
    private readonly Dictionary<HostId, Host> hosts;
    private readonly Dictionary<SrId, StorageRepository> srs;
    private readonly Dictionary<VdiId, Vdi> vdis;
    private readonly Dictionary<VmId, Vm> vms;
    private readonly Dictionary<NetworkId, Network> networks;
    private readonly ILookup<VmId, Vbd> vbdsByVm;
    private readonly ILookup<VmId, Vif> vifsByVm;
    private readonly ILookup<SrId, Pbd> pbdsBySr;
    private readonly ILookup<VmId, Vm> snapshotsByVm;
    private readonly ILookup<NetworkId, Pif> pifsByNetwork;
    private readonly ILookup<VmId, Vgpu> vgpusByVm;
    private readonly ILookup<HostId, Vm> residentsByHost;
    private readonly ILookup<HostId, Pif> pifsByHost;
    private readonly HashSet<(HostId, NetworkId)> hostsOnNetworks;
    private readonly HashSet<(HostId, SrId)> hostsWithSrs;

    /// <summary>Indexes the snapshot.</summary>
    public InventoryView(InventorySnapshot snapshot)
    {
        Snapshot = snapshot;
        hosts = snapshot.Hosts.ToDictionary(host => host.Id);
        srs = snapshot.StorageRepositories.ToDictionary(sr => sr.Id);
        vdis = snapshot.Vdis.ToDictionary(vdi => vdi.Id);
        vms = snapshot.Vms.ToDictionary(vm => vm.Id);
        networks = snapshot.Networks.ToDictionary(network => network.Id);
        vbdsByVm = snapshot.Vbds.Where(vbd => vbd.Vm is not null)
            .OrderBy(vbd => vbd.UserDevice.Length).ThenBy(vbd => vbd.UserDevice, StringComparer.Ordinal).ThenBy(vbd => vbd.Uuid, StringComparer.Ordinal)
            .ToLookup(vbd => vbd.Vm!.Value);
        vifsByVm = snapshot.Vifs.Where(vif => vif.Vm is not null)
            .OrderBy(vif => vif.Device.Length).ThenBy(vif => vif.Device, StringComparer.Ordinal).ThenBy(vif => vif.Uuid, StringComparer.Ordinal)
            .ToLookup(vif => vif.Vm!.Value);
        pbdsBySr = snapshot.Pbds.Where(pbd => pbd.Sr is not null).ToLookup(pbd => pbd.Sr!.Value);
        snapshotsByVm = snapshot.Vms.Where(vm => vm is { Kind: VmKind.Snapshot, SnapshotOf: not null })
            .OrderBy(vm => vm.SnapshotTime).ThenBy(vm => vm.Uuid, StringComparer.Ordinal)
            .ToLookup(vm => vm.SnapshotOf!.Value);
        pifsByNetwork = snapshot.Pifs.Where(pif => pif.Network is not null).ToLookup(pif => pif.Network!.Value);
        vgpusByVm = snapshot.Vgpus.Where(vgpu => vgpu.Vm is not null).ToLookup(vgpu => vgpu.Vm!.Value);
        pifsByHost = snapshot.Pifs.Where(pif => pif.Host is not null).ToLookup(pif => pif.Host!.Value);
        hostsOnNetworks = [.. snapshot.Pifs.Where(pif => pif is { Host: not null, Network: not null }).Select(pif => (pif.Host!.Value, pif.Network!.Value))];
        hostsWithSrs = [.. snapshot.Pbds.Where(pbd => pbd is { Host: not null, Sr: not null }).Select(pbd => (pbd.Host!.Value, pbd.Sr!.Value))];
        residentsByHost = snapshot.Vms.Where(vm => vm.ResidentOn is not null).ToLookup(vm => vm.ResidentOn!.Value);
    }

    /// <summary>The facts beneath.</summary>
    public InventorySnapshot Snapshot { get; }

    /// <summary>The host, or null when it is not in the pool.</summary>
    public Host? Host(HostId? id) => id is { } key ? hosts.GetValueOrDefault(key) : null;

    /// <summary>The SR, or null when it is not in the pool.</summary>
    public StorageRepository? Sr(SrId? id) => id is { } key ? srs.GetValueOrDefault(key) : null;

    /// <summary>The disk, or null when it is not in the pool.</summary>
    public Vdi? Vdi(VdiId? id) => id is { } key ? vdis.GetValueOrDefault(key) : null;

    /// <summary>The VM record, or null when it is not in the pool.</summary>
    public Vm? Vm(VmId? id) => id is { } key ? vms.GetValueOrDefault(key) : null;

    /// <summary>The network, or null when it is not in the pool.</summary>
    public Network? Network(NetworkId? id) => id is { } key ? networks.GetValueOrDefault(key) : null;

    /// <summary>The VM's drives by position.</summary>
    public IEnumerable<Vbd> VbdsOf(VmId vm) => vbdsByVm[vm];

    /// <summary>The VM's interfaces by position.</summary>
    public IEnumerable<Vif> VifsOf(VmId vm) => vifsByVm[vm];

    /// <summary>The VM's disks (CDs left out) by position.</summary>
    public IEnumerable<Vdi> DisksOf(VmId vm) =>
        from vbd in vbdsByVm[vm]
        where vbd.Type == "Disk"
        let vdi = Vdi(vbd.Vdi)
        where vdi is not null
        select vdi;

    /// <summary>Snapshots of the VM, oldest first.</summary>
    public IEnumerable<Vm> SnapshotsOf(VmId vm) => snapshotsByVm[vm];

    /// <summary>The VM's virtual GPUs.</summary>
    public IEnumerable<Vgpu> VgpusOf(VmId vm) => vgpusByVm[vm];

    /// <summary>VMs that run on the host, its control domain included.</summary>
    public IEnumerable<Vm> ResidentsOf(HostId host) => residentsByHost[host];

    /// <summary>Connections of hosts to the SR, plugged or not.</summary>
    public IEnumerable<Pbd> PbdsOf(SrId sr) => pbdsBySr[sr];

    /// <summary>Interfaces of hosts on the network, plugged or not.</summary>
    public IEnumerable<Pif> PifsOf(NetworkId network) => pifsByNetwork[network];

    /// <summary>The host's interfaces, plugged or not.</summary>
    public IEnumerable<Pif> PifsOn(HostId host) => pifsByHost[host];

    /// <summary>True when the host has an interface on the network, plugged or not.</summary>
    public bool HasInterface(HostId host, NetworkId network) => hostsOnNetworks.Contains((host, network));

    /// <summary>True when the host has a connection to the SR, plugged or not.</summary>
    public bool HasConnection(HostId host, SrId sr) => hostsWithSrs.Contains((host, sr));

    /// <summary>Hosts with a plugged PBD to the SR.</summary>
    public IEnumerable<HostId> HostsSeeing(SrId sr) => pbdsBySr[sr].Where(pbd => pbd is { CurrentlyAttached: true, Host: not null }).Select(pbd => pbd.Host!.Value);

    /// <summary>Hosts with a plugged PIF on the network.</summary>
    public IEnumerable<HostId> HostsOn(NetworkId network) => pifsByNetwork[network]
        .Where(pif => pif is { CurrentlyAttached: true, Host: not null }).Select(pif => pif.Host!.Value).Distinct();
}
