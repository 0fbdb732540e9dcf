using System.Collections.Immutable;
using Relocation.Core.Quantities;

namespace Relocation.Core.Inventory;

/// <summary>A physical machine of a pool.</summary>
public sealed record Host : InventoryObject
{
    /// <summary>The host itself.</summary>
    public required HostId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>DNS name it gives itself.</summary>
    public string Hostname { get; init; } = "";

    /// <summary>Management address.</summary>
    public string Address { get; init; } = "";

    /// <summary>New VMs may start here.</summary>
    public bool Enabled { get; init; }

    /// <summary>Seen alive by the coordinator; absent when no metrics exist.</summary>
    public bool? Live { get; init; }

    /// <summary>Installed memory.</summary>
    public ByteSize MemoryTotal { get; init; }

    /// <summary>Free memory as last reported; admission computes its own.</summary>
    public ByteSize? MemoryFree { get; init; }

    /// <summary>Memory the hypervisor keeps for itself.</summary>
    public ByteSize MemoryOverhead { get; init; }

    /// <summary>Logical processors.</summary>
    public int CpuCount { get; init; }

    /// <summary>Processor sockets; absent on old pools.</summary>
    public int? SocketCount { get; init; }

    /// <summary>For example GenuineIntel.</summary>
    public string CpuVendor { get; init; } = "";

    /// <summary>Model text as reported.</summary>
    public string CpuModel { get; init; } = "";

    /// <summary>MHz as reported.</summary>
    public string CpuSpeed { get; init; } = "";

    /// <summary>Feature words offered to HVM guests; empty before levelling existed.</summary>
    public string CpuFeaturesHvm { get; init; } = "";

    /// <summary>Feature words offered to PV guests.</summary>
    public string CpuFeaturesPv { get; init; } = "";

    /// <summary>All CPU facts as reported.</summary>
    public IReadOnlyDictionary<string, string> CpuInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All version facts.</summary>
    public IReadOnlyDictionary<string, string> SoftwareVersion { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>XenServer, XCP-ng, Citrix Hypervisor.</summary>
    public string ProductBrand { get; init; } = "";

    /// <summary>Release as sold.</summary>
    public string ProductVersion { get; init; } = "";

    /// <summary>Platform release, the one migration compares.</summary>
    public string PlatformVersion { get; init; } = "";

    /// <summary>Licence edition.</summary>
    public string Edition { get; init; } = "";

    /// <summary>Licence facts that are not secret, such as expiry.</summary>
    public IReadOnlyDictionary<string, string> LicenceParameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Virtual hardware generations it can run.</summary>
    public IReadOnlyList<string> VirtualHardwarePlatformVersions { get; init; } = [];

    /// <summary>Hypervisor capabilities.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Initiator name.</summary>
    public string IscsiIqn { get; init; } = "";

    /// <summary>Storage multipathing is on.</summary>
    public bool Multipathing { get; init; }

    /// <summary>Its own place for suspend images.</summary>
    public SrId? SuspendImageSr { get; init; }

    /// <summary>Tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
