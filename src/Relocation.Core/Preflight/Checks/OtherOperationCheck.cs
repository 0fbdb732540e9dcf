namespace Relocation.Core.Preflight.Checks;

/// <summary>Another operation holds the VM; XAPI would wait for it up to two hours without telling (xapi_vm_lifecycle.ml, helpers.ml).</summary>
internal sealed class OtherOperationCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.operation-in-progress", Severity.Blocks, "wait-for-operation", "OTHER_OPERATION_IN_PROGRESS", Transient: true);

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.CurrentOperations.Count > 0 ? [Kind.About(move, ["VM", move.Vm.Uuid, move.Vm.CurrentOperations[0]], ("operation", string.Join(", ", move.Vm.CurrentOperations)))] : [];
}
