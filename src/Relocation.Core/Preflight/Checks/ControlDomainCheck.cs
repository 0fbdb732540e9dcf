using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A host's own domain stays with the host (xapi_vm_lifecycle.ml).</summary>
internal sealed class ControlDomainCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.is-control-domain", Severity.Blocks, "remove-from-plan", "OPERATION_NOT_ALLOWED");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.Kind is VmKind.ControlDomain ? [Kind.About(move, [])] : [];
}
