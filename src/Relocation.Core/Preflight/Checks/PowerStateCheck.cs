using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>XAPI sends halted, suspended and running VMs, not paused ones (xapi_vm_lifecycle.ml).</summary>
internal sealed class PowerStateCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.power-state", Severity.Blocks, "unpause", "VM_BAD_POWER_STATE");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Vm.PowerState is PowerState.Paused or PowerState.Unknown ? [Kind.About(move, [move.Vm.Uuid, "halted, suspended, running", Actual(move.Vm)], ("state", move.Vm.PowerState.ToString()))] : [];

    private static string Actual(Vm vm) => vm.PowerState.ToString().ToLowerInvariant();
}
