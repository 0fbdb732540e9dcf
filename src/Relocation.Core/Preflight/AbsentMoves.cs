using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight;

/// <summary>Findings of planned VMs that are not where the plan says, so that no check can look at them.</summary>
internal static class AbsentMoves
{
    private static readonly FindingKind PoolUnknown = new("inventory.pool-unknown", Severity.Blocks, "import-pool");
    private static readonly FindingKind Missing = new("vm.missing", Severity.Blocks, "remove-from-plan");
    private static readonly FindingKind Moved = new("vm.moved", Severity.Informs, "");

    /// <summary>What can be found.</summary>
    public static IReadOnlyList<FindingKind> Kinds { get; } = [PoolUnknown, Missing, Moved];

    /// <summary>Why the planned VM cannot be looked at.</summary>
    public static Finding Find(InventorySet inventory, PlannedVm planned)
    {
        var source = inventory[planned.SourcePool];
        var target = inventory[planned.TargetPool];
        if (source is null || target is null)
        {
            var pool = source is null ? planned.SourcePool : planned.TargetPool;
            return Of(PoolUnknown, new ObjectRef(pool, "pool", pool.Uuid, ""), planned, "");
        }

        return target.Vm(planned.Vm) is { } arrived
            ? Of(Moved, ObjectRef.To(arrived), planned, arrived.Name)
            : Of(Missing, new ObjectRef(planned.SourcePool, "VM", planned.Vm.Uuid, ""), planned, "");
    }

    private static Finding Of(FindingKind kind, ObjectRef subject, PlannedVm planned, string name) =>
        new(kind.Code, kind.Severity, subject, new Dictionary<string, string> { ["vm"] = name.Length > 0 ? name : planned.Vm.Uuid }, kind.RemedyCode) { Vm = planned.Vm };
}
