using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A running HVM guest without guest tools must at least offer to suspend (xapi_vm_lifecycle.ml, check_op_for_feature); XAPI's own pre-check does not see it.</summary>
internal sealed class SuspendFeatureCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.lacks-suspend-feature", Severity.Blocks, "install-tools-or-halt", "VM_LACKS_FEATURE");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move)
    {
        var vm = move.Vm;
        var hvm = vm.DomainType.Length > 0 ? vm.DomainType == "hvm" : vm.HvmBootPolicy.Length > 0;
        var drivers = vm.ToolsVersion.Length > 0 || vm.ToolsUpToDate is true;
        var lacks = vm.PowerState is PowerState.Running && hvm && !drivers && vm.GuestOther.GetValueOrDefault("feature-suspend") is not "1";
        return lacks ? [Kind.About(move, [vm.Uuid])] : [];
    }
}
