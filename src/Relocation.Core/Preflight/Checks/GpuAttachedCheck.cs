using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight.Checks;

/// <summary>A virtual GPU stops a running VM at once (xapi_vm_lifecycle.ml); a halted one fails at import, because moves map no GPU group.</summary>
internal sealed class GpuAttachedCheck : IPreflightCheck
{
    /// <inheritdoc />
    public FindingKind Kind { get; } = new("vm.gpu-attached", Severity.Blocks, "detach-gpu", "VM_HAS_VGPU");

    /// <inheritdoc />
    public IEnumerable<Finding> Find(PreflightContext context, MoveCandidate move)
    {
        var gpus = move.Source.VgpusOf(move.Vm.Id).ToList();
        if (gpus.Count == 0)
        {
            return [];
        }

        var finding = Kind.About(move, [move.Vm.Uuid], ("count", $"{gpus.Count}"), ("type", gpus[0].Type));
        return [move.Vm.PowerState is PowerState.Halted ? finding with { Predicts = new HypervisorError("IMPORT_ERROR", []) } : finding];
    }
}
