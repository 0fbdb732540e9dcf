using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>An older halted VM with the same uuid is in the target pool: XAPI would destroy it without asking (import.ml).</summary>
internal sealed class WouldReplaceCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.would-replace", Severity.Blocks, "remove-copy-in-target");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) =>
        move.Target.Vm(move.Vm.Id) is { PowerState: PowerState.Halted } other && other.Version < move.Vm.Version ? [Kind.About(move, [], ("name", other.Name))] : [];
}
