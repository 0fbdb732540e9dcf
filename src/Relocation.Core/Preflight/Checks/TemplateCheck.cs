using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>Templates do not move: XAPI refuses default ones, and a template of one's own fails in the middle (xapi_vm_lifecycle.ml).</summary>
internal sealed class TemplateCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.is-template", Severity.Blocks, "clone-template", "VM_IS_TEMPLATE");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move) => move.Vm.Kind switch
    {
        VmKind.DefaultTemplate => [Kind.About(move, [move.Vm.Uuid, "migrate_send"])],
        VmKind.Template => [Kind.About(move, []) with { Predicts = null }],
        _ => [],
    };
}
