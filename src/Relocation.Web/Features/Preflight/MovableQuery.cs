using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Waves;
using Relocation.Web.Features.Inventory;

namespace Relocation.Web.Features.Preflight;

/// <summary>Which VMs of a source pool could move to a target pool, as if each of them were planned.</summary>
public sealed class MovableQuery(CurrentInventory inventory)
{
    /// <summary>The source pool's VMs by name; empty when its inventory is not known.</summary>
    public IReadOnlyList<MovableVm> Run(RelocationPlan plan, PoolId source, PoolId target)
    {
        var facts = inventory.Set;
        if (facts[source] is not { } view)
        {
            return [];
        }

        var vms = view.Snapshot.Vms.Where(vm => vm.Kind == VmKind.VirtualMachine).ToList();
        var planned = vms.Select(vm => new PlannedVm(vm.Id, source, target, null, vm.PowerState == PowerState.Running ? MoveMethod.Live : MoveMethod.Cold));
        var everything = plan with { Groups = [new MoveGroup(new MoveGroupId(Guid.Empty), "", [.. planned])], Waves = [] };
        var report = PreflightRunner.Run(MappingProposer.Propose(everything, facts), facts);
        return [.. vms.OrderBy(vm => vm.Name, StringComparer.Ordinal).ThenBy(vm => vm.Uuid, StringComparer.Ordinal).Select(vm => Of(vm, report))];
    }

    private static MovableVm Of(Vm vm, PreflightReport report)
    {
        var findings = report.Of(vm.Id).Where(finding => !finding.Code.StartsWith("mapping.", StringComparison.Ordinal)).ToList();
        return new MovableVm(vm.Id, vm.Name, findings.Any(finding => finding.Severity is Severity.Blocks), findings);
    }
}
