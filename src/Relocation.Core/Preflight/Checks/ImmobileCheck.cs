using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A running VM that is marked immobile or runs a hypervisor itself cannot be sent (xapi_vm_lifecycle.ml, is_mobile); halted it can.</summary>
internal sealed class ImmobileCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.immobile", Severity.Blocks, "halt-or-unset", "VM_IS_IMMOBILE");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        (move.Vm.NoMigrate || move.Vm.NestedVirtualisation) && move.Vm.PowerState is not PowerState.Halted ? [Kind.About(move, [move.Vm.Uuid], ("cause", move.Vm.NestedVirtualisation ? "nested-virtualisation" : "nomigrate"))] : [];
}
