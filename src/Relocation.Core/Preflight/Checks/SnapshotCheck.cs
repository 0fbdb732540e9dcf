using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A snapshot moves with its VM, never by itself (xapi_vm_lifecycle.ml).</summary>
internal sealed class SnapshotCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.is-snapshot", Severity.Blocks, "move-parent", "VM_IS_SNAPSHOT");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.Kind is VmKind.Snapshot ? [Kind.About(move, [move.Vm.Uuid, "migrate_send"])] : [];
}
