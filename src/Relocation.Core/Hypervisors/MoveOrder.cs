using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Hypervisors;

/// <summary>Exactly what is asked of the pools for one move; frozen in the runbook before anything runs.</summary>
public sealed record MoveOrder
{
    /// <summary>The run the move belongs to.</summary>
    public required RunId Run { get; init; }

    /// <summary>The move.</summary>
    public required MoveId Move { get; init; }

    /// <summary>The VM; its uuid is the same on both sides.</summary>
    public required VmId Vm { get; init; }

    /// <summary>The VM's name, for people.</summary>
    public required string VmName { get; init; }

    /// <summary>Where it leaves from.</summary>
    public required PoolId SourcePool { get; init; }

    /// <summary>Where it goes.</summary>
    public required PoolId TargetPool { get; init; }

    /// <summary>The host that receives it.</summary>
    public required HostId TargetHost { get; init; }

    /// <summary>The target pool's network that carries the transfer.</summary>
    public required NetworkId TransferNetwork { get; init; }

    /// <summary>How it moves.</summary>
    public required MoveMethod Method { get; init; }

    /// <summary>Target SR of every disk, snapshots' disks too.</summary>
    public required IReadOnlyDictionary<VdiId, SrId> Disks { get; init; }

    /// <summary>Target network of every interface, snapshots' interfaces too.</summary>
    public required IReadOnlyDictionary<VifId, NetworkId> Vifs { get; init; }
}
