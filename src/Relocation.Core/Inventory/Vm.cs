using System.Collections.Immutable;
using Relocation.Core.Quantities;

namespace Relocation.Core.Inventory;

/// <summary>A virtual machine, template, snapshot or control domain; `Kind` tells which.</summary>
public sealed record Vm : InventoryObject
{
    /// <summary>The VM itself; kept by a move.</summary>
    public required VmId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the record stands for.</summary>
    public VmKind Kind { get; init; }

    /// <summary>Running, halted …</summary>
    public PowerState PowerState { get; init; }

    /// <summary>Where it runs.</summary>
    public HostId? ResidentOn { get; init; }

    /// <summary>Where it likes to run.</summary>
    public HostId? Affinity { get; init; }

    /// <summary>Most virtual processors.</summary>
    public long VcpusMax { get; init; }

    /// <summary>Virtual processors at start.</summary>
    public long VcpusAtStartup { get; init; }

    /// <summary>Most memory, fixed until it stops.</summary>
    public ByteSize MemoryStaticMax { get; init; }

    /// <summary>Least memory.</summary>
    public ByteSize MemoryStaticMin { get; init; }

    /// <summary>Most memory while ballooning.</summary>
    public ByteSize MemoryDynamicMax { get; init; }

    /// <summary>Least memory while ballooning; what a move copies at least.</summary>
    public ByteSize MemoryDynamicMin { get; init; }

    /// <summary>Memory the hypervisor needs beside it.</summary>
    public ByteSize MemoryOverhead { get; init; }

    /// <summary>Memory it holds now; absent when never run.</summary>
    public ByteSize? MemoryActual { get; init; }

    /// <summary>hvm, pv, pv_in_pvh, pvh; empty on old pools.</summary>
    public string DomainType { get; init; } = "";

    /// <summary>Empty for PV guests on old pools.</summary>
    public string HvmBootPolicy { get; init; } = "";

    /// <summary>Boot order and firmware.</summary>
    public IReadOnlyDictionary<string, string> HvmBootParameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Virtual hardware settings.</summary>
    public IReadOnlyDictionary<string, string> Platform { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Virtual hardware generation it needs.</summary>
    public long HardwarePlatformVersion { get; init; }

    /// <summary>CPU vendor at its last start.</summary>
    public string LastBootCpuVendor { get; init; } = "";

    /// <summary>CPU feature words at its last start.</summary>
    public string LastBootCpuFeatures { get; init; } = "";

    /// <summary>restart, best-effort or empty.</summary>
    public string HaRestartPriority { get; init; } = "";

    /// <summary>HA keeps it running.</summary>
    public bool HaAlwaysRun { get; init; }

    /// <summary>Order within start.</summary>
    public long StartOrder { get; init; }

    /// <summary>Seconds to wait after its start.</summary>
    public long StartDelay { get; init; }

    /// <summary>Seconds to wait after its stop.</summary>
    public long ShutdownDelay { get; init; }

    /// <summary>Its vApp.</summary>
    public ApplianceId? Appliance { get; init; }

    /// <summary>The VM it is a snapshot of.</summary>
    public VmId? SnapshotOf { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? SnapshotTime { get; init; }

    /// <summary>The snapshot it descends from.</summary>
    public VmId? Parent { get; init; }

    /// <summary>Its suspend image.</summary>
    public VdiId? SuspendVdi { get; init; }

    /// <summary>Where its suspend image goes.</summary>
    public SrId? SuspendSr { get; init; }

    /// <summary>Operation to reason, set by people or products.</summary>
    public IReadOnlyDictionary<string, string> BlockedOperations { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Operations going on when it was seen.</summary>
    public IReadOnlyList<string> CurrentOperations { get; init; } = [];

    /// <summary>Operations XAPI would accept when it was seen.</summary>
    public IReadOnlyList<string> AllowedOperations { get; init; } = [];

    /// <summary>Uuids of the PCI devices it holds.</summary>
    public IReadOnlyList<string> AttachedPcis { get; init; } = [];

    /// <summary>USB devices passed through.</summary>
    public int VusbCount { get; init; }

    /// <summary>Virtual TPMs.</summary>
    public int VtpmCount { get; init; }

    /// <summary>XAPI calls it immobile.</summary>
    public bool NoMigrate { get; init; }

    /// <summary>It runs a hypervisor itself.</summary>
    public bool NestedVirtualisation { get; init; }

    /// <summary>Guest tools are current; absent when the guest never reported.</summary>
    public bool? ToolsUpToDate { get; init; }

    /// <summary>Version of its guest tools.</summary>
    public string ToolsVersion { get; init; } = "";

    /// <summary>Operating system as the guest tells.</summary>
    public string GuestOs { get; init; } = "";

    /// <summary>Addresses by device, such as 0/ip.</summary>
    public IReadOnlyDictionary<string, string> GuestNetworks { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What else the guest tells, such as feature-suspend.</summary>
    public IReadOnlyDictionary<string, string> GuestOther { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The guest reports now.</summary>
    public bool GuestLive { get; init; }

    /// <summary>Fields people added in XenCenter.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Folder path people sorted it into.</summary>
    public string Folder { get; init; } = "";

    /// <summary>XAPI's own version counter of the VM.</summary>
    public long Version { get; init; }

    /// <summary>Generation id given to Windows.</summary>
    public string GenerationId { get; init; } = "";

    /// <summary>Tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
