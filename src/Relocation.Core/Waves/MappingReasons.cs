namespace Relocation.Core.Waves;

/// <summary>Stable codes of why a mapping was proposed or is open.</summary>
public static class MappingReasons
{
    /// <summary>The only target network with the same VLAN tag.</summary>
    public const string Vlan = "vlan";

    /// <summary>Several have the VLAN tag; this one has the name too.</summary>
    public const string VlanAndName = "vlan-and-name";

    /// <summary>The only one with the same name.</summary>
    public const string Name = "name";

    /// <summary>The only one with the same name, but its VLAN tag differs: look twice.</summary>
    public const string NameButOtherVlan = "name-but-other-vlan";

    /// <summary>The only network whose hosts have addresses in the same subnet.</summary>
    public const string Subnet = "subnet";

    /// <summary>The only one that serves the same purpose (management, storage).</summary>
    public const string Purpose = "purpose";

    /// <summary>The only SR that can receive disks, is as shared as the source and has room.</summary>
    public const string Capability = "capability";

    /// <summary>Several could receive the disks; the only one of them of the source's type.</summary>
    public const string CapabilityAndType = "capability-and-type";

    /// <summary>Open: several have the VLAN tag.</summary>
    public const string AmbiguousVlan = "ambiguous-vlan";

    /// <summary>Open: several have the name.</summary>
    public const string AmbiguousName = "ambiguous-name";

    /// <summary>Open: several SRs could receive the disks.</summary>
    public const string AmbiguousCapability = "ambiguous-capability";

    /// <summary>Open: nothing fits.</summary>
    public const string NoMatch = "no-match";

    /// <summary>Open: no SR of the target pool that could receive the disks has room for them.</summary>
    public const string NoSpace = "no-space";

    /// <summary>Open: the inventory of the target pool is not known.</summary>
    public const string PoolUnknown = "pool-unknown";

    /// <summary>Open: a person took the target away.</summary>
    public const string Cleared = "cleared";
}
