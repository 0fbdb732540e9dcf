using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The guest itself says that it cannot be suspended (xapi_vm_lifecycle.ml).</summary>
internal sealed class GuestVetoCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.guest-vetoes-suspend", Severity.Blocks, "mend-guest", "VM_NON_SUSPENDABLE");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.PowerState is PowerState.Running && move.Vm.GuestOther.TryGetValue("data-cant-suspend-reason", out var reason) ? [Kind.About(move, [move.Vm.Uuid, reason], ("reason", reason))] : [];
}
