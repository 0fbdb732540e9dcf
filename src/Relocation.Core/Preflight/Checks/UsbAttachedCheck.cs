namespace Relocation.Core.Preflight.Checks;

/// <summary>A VM with a passed-through USB device does not move, halted or not (xapi_vm_lifecycle.ml).</summary>
internal sealed class UsbAttachedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.usb-attached", Severity.Blocks, "detach-usb", "VM_HAS_VUSBS");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.VusbCount > 0 ? [Kind.About(move, [move.Vm.Uuid], ("count", $"{move.Vm.VusbCount}"))] : [];
}
