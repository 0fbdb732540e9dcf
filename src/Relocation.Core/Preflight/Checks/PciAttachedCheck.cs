namespace Relocation.Core.Preflight.Checks;

/// <summary>A VM that holds a host's PCI device stays there (xapi_vm_lifecycle.ml).</summary>
internal sealed class PciAttachedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.pci-attached", Severity.Blocks, "detach-pci", "VM_HAS_PCI_ATTACHED");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.AttachedPcis.Count > 0 ? [Kind.About(move, [move.Vm.Uuid], ("count", $"{move.Vm.AttachedPcis.Count}"))] : [];
}
