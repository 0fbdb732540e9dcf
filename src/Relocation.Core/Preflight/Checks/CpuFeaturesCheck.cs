using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A VM that is not halted needs at the target every CPU feature it started with, from the same vendor (cpuid_helpers.ml).</summary>
internal sealed class CpuFeaturesCheck : HostCheck
{
    /// <inheritdoc />
    public override FindingKind Kind { get; } = new("host.cpu-incompatible", Severity.Blocks, "restart-or-halt-vm", "VM_INCOMPATIBLE_WITH_THIS_HOST");

    /// <inheritdoc />
    public override Finding? Refuse(PreflightContext context, MoveCandidate move, Host host) =>
        move.Vm.PowerState is not PowerState.Halted && CpuFeatures.Reason(move.Vm, host) is { Length: > 0 } reason
            ? Kind.About(ObjectRef.To(host), move, ["OpaqueRef:NULL", host.Uuid], ("host", host.Name), ("reason", reason))
            : null;
}
