using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The VM is to move stopped but runs. XAPI decides by the power state and would move it live (xapi_vm_migrate.ml ignores its live argument).</summary>
internal sealed class RunsButColdCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.runs-but-planned-cold", Severity.Blocks, "shut-down-or-plan-live");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Planned.Method is MoveMethod.Cold && move.Vm.PowerState is PowerState.Running ? [Kind.About(move, [])] : [];
}
