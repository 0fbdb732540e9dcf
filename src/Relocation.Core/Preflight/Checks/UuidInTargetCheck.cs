using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A VM with the same uuid is in the target pool already and is not older: XAPI refuses to overwrite it (import.ml).</summary>
internal sealed class UuidInTargetCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.uuid-in-target", Severity.Blocks, "remove-copy-in-target", "VM_TO_IMPORT_IS_NOT_NEWER_VERSION");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move)
    {
        if (move.Target.Vm(move.Vm.Id) is not { } other || (other.PowerState is PowerState.Halted && other.Version < move.Vm.Version))
        {
            return [];
        }

        var finding = Kind.About(move, [other.Uuid, $"{other.Version}", $"{move.Vm.Version}"], ("state", other.PowerState.ToString()));
        return [other.PowerState is PowerState.Halted ? finding : finding with { Predicts = new HypervisorError("VM_BAD_POWER_STATE", [other.Uuid, "Halted", other.PowerState.ToString()]) }];
    }
}
