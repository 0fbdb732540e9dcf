namespace Relocation.Core.Preflight.Checks;

/// <summary>Somebody blocked `migrate_send` on the VM (xapi_vm_lifecycle.ml).</summary>
internal sealed class OperationBlockedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.operation-blocked", Severity.Blocks, "unblock-operation", "OPERATION_BLOCKED");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.BlockedOperations.TryGetValue("migrate_send", out var reason) ? [Kind.About(move, [move.Vm.Uuid, reason], ("reason", reason))] : [];
}
