using Relocation.Core.Inventory;
using Relocation.Core.Waves;

namespace Relocation.Core.Preflight.Checks;

/// <summary>The VM is to move running but does not run: only its disks move, and it has no pause.</summary>
internal sealed class StoppedButLiveCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.stopped-but-planned-live", Severity.Informs, "");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Planned.Method is MoveMethod.Live && move.Vm.PowerState is PowerState.Halted or PowerState.Suspended ? [Kind.About(move, [], ("state", move.Vm.PowerState.ToString()))] : [];
}
