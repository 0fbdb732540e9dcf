namespace Relocation.Core.Inventory;

/// <summary>All objects of one pool at one moment, immutable. Lookups across pools are <see cref="InventoryView"/>'s.</summary>
public sealed record InventorySnapshot
{
    /// <summary>The pool.</summary>
    public required Pool Pool { get; init; }

    /// <summary>Grows by one with every stored capture or batch of events.</summary>
    public required long Revision { get; init; }

    /// <summary>When the facts were true.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Hosts by uuid.</summary>
    public IReadOnlyList<Host> Hosts { get; init; } = [];

    /// <summary>Storage repositories by uuid.</summary>
    public IReadOnlyList<StorageRepository> StorageRepositories { get; init; } = [];

    /// <summary>PBDs by uuid.</summary>
    public IReadOnlyList<Pbd> Pbds { get; init; } = [];

    /// <summary>VDIs by uuid.</summary>
    public IReadOnlyList<Vdi> Vdis { get; init; } = [];

    /// <summary>VM records of every kind by uuid.</summary>
    public IReadOnlyList<Vm> Vms { get; init; } = [];

    /// <summary>VBDs by uuid.</summary>
    public IReadOnlyList<Vbd> Vbds { get; init; } = [];

    /// <summary>VIFs by uuid.</summary>
    public IReadOnlyList<Vif> Vifs { get; init; } = [];

    /// <summary>PIFs by uuid.</summary>
    public IReadOnlyList<Pif> Pifs { get; init; } = [];

    /// <summary>Networks by uuid.</summary>
    public IReadOnlyList<Network> Networks { get; init; } = [];

    /// <summary>Bonds by uuid.</summary>
    public IReadOnlyList<Bond> Bonds { get; init; } = [];

    /// <summary>VLANs by uuid.</summary>
    public IReadOnlyList<Vlan> Vlans { get; init; } = [];

    /// <summary>vApps by uuid.</summary>
    public IReadOnlyList<Appliance> Appliances { get; init; } = [];

    /// <summary>PCI devices by uuid.</summary>
    public IReadOnlyList<Pci> Pcis { get; init; } = [];

    /// <summary>Physical GPUs by uuid.</summary>
    public IReadOnlyList<Pgpu> Pgpus { get; init; } = [];

    /// <summary>Virtual GPUs by uuid.</summary>
    public IReadOnlyList<Vgpu> Vgpus { get; init; } = [];

    /// <summary>Physical USB devices by uuid.</summary>
    public IReadOnlyList<Pusb> Pusbs { get; init; } = [];
}
