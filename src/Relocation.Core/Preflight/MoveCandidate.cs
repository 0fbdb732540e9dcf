using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight;

/// <summary>A planned VM with the facts that its move depends on, looked up once for all checks.</summary>
public sealed record MoveCandidate
{
    /// <summary>What is planned.</summary>
    public required PlannedVm Planned { get; init; }

    /// <summary>The VM as observed in the source pool.</summary>
    public required Vm Vm { get; init; }

    /// <summary>The source pool.</summary>
    public required InventoryView Source { get; init; }

    /// <summary>The target pool.</summary>
    public required InventoryView Target { get; init; }

    /// <summary>Every disk that must travel: the VM's own, its snapshots' and suspend images, in XAPI's order.</summary>
    public required IReadOnlyList<MovingDisk> Disks { get; init; }

    /// <summary>Every interface that must be mapped: the VM's own and its snapshots'.</summary>
    public required IReadOnlyList<Vif> Vifs { get; init; }

    /// <summary>Hosts the move may go to: the planned one, or all of the target pool by uuid.</summary>
    public required IReadOnlyList<Host> Hosts { get; init; }
}
