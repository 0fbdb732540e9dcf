using System.Collections.Immutable;

namespace Relocation.Core.Inventory;

/// <summary>A pool: hosts that share storage, networks and one coordinator.</summary>
public sealed record Pool : InventoryObject
{
    /// <summary>The pool itself.</summary>
    public required PoolId Id { get; init; }

    /// <summary>What people call it; not unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The host that answers for the pool; absent when dangling.</summary>
    public HostId? Coordinator { get; init; }

    /// <summary>Where new disks go.</summary>
    public SrId? DefaultSr { get; init; }

    /// <summary>Where suspend images go.</summary>
    public SrId? SuspendImageSr { get; init; }

    /// <summary>Where crash dumps go.</summary>
    public SrId? CrashDumpSr { get; init; }

    /// <summary>High availability is on.</summary>
    public bool HaEnabled { get; init; }

    /// <summary>Host failures HA is asked to survive.</summary>
    public long HaHostFailuresToTolerate { get; init; }

    /// <summary>Host failures for which HA has a plan.</summary>
    public long HaPlanExistsFor { get; init; }

    /// <summary>HA may be asked for more than it can plan.</summary>
    public bool HaAllowOvercommit { get; init; }

    /// <summary>HA has no plan for what it is asked.</summary>
    public bool HaOvercommitted { get; init; }

    /// <summary>Uuids of the heartbeat disks.</summary>
    public IReadOnlyList<string> HaStatefiles { get; init; } = [];

    /// <summary>HA settings such as timeout in seconds.</summary>
    public IReadOnlyDictionary<string, string> HaConfiguration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Licence restrictions, `restrict_…` to true or false.</summary>
    public IReadOnlyDictionary<string, string> Restrictions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Feature sets the pool offers to VMs.</summary>
    public IReadOnlyDictionary<string, string> CpuInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Definitions of custom fields and folders kept by XenCenter.</summary>
    public IReadOnlyDictionary<string, string> GuiConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Memory is compressed by default when moving; absent on old pools.</summary>
    public bool? MigrationCompression { get; init; }

    /// <summary>Members verify one another's certificates; absent on old pools.</summary>
    public bool? TlsVerificationEnabled { get; init; }

    /// <summary>Tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free keys, secrets removed.</summary>
    public IReadOnlyDictionary<string, string> OtherConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc />
    public override string Uuid => Id.Uuid;
}
