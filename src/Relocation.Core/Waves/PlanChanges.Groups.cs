using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <content>Groups and the VMs in them.</content>
public static partial class PlanChanges
{
    /// <summary>Adds an empty group at the end. Names are unique without regard to case (`name-taken`).</summary>
    public static PlanChangeResult CreateGroup(RelocationPlan plan, MoveGroupId id, string name) =>
        plan.Groups.Any(group => group.Id == id)
            ? PlanChangeResult.Refuse("group-exists", ("group", id.ToString()))
            : GroupNameFault(plan, name, id) ?? PlanChangeResult.Accept(plan with { Groups = [.. plan.Groups, new MoveGroup(id, name.Trim(), [])] });

    /// <summary>Renames a group.</summary>
    public static PlanChangeResult RenameGroup(RelocationPlan plan, MoveGroupId id, string name) => EditGroup(plan, id, group =>
        GroupNameFault(plan, name, id) ?? PlanChangeResult.Accept(ReplaceGroup(plan, group with { Name = name.Trim() })));

    /// <summary>Removes a group from the plan and from its wave; its VMs are no longer planned.</summary>
    public static PlanChangeResult DeleteGroup(RelocationPlan plan, MoveGroupId id) => EditGroup(plan, id, group => PlanChangeResult.Accept(plan with
    {
        Groups = [.. plan.Groups.Where(other => other.Id != id)],
        Waves = [.. plan.Waves.Select(wave => wave with { Groups = [.. wave.Groups.Where(other => other != id)] })],
    }));

    /// <summary>Moves a group to a position, from 0, within its wave, or among all groups when it is in none.</summary>
    public static PlanChangeResult ReorderGroup(RelocationPlan plan, MoveGroupId id, int position) => EditGroup(plan, id, group =>
        plan.Waves.FirstOrDefault(wave => wave.Groups.Contains(id)) is { } wave
            ? PlanChangeResult.Accept(ReplaceWave(plan, wave with { Groups = Moved(wave.Groups, id, position) }))
            : PlanChangeResult.Accept(plan with { Groups = Moved(plan.Groups, group, position) }));

    /// <summary>
    /// Plans VMs in a group, in the order given. Refuses the whole edit when one of them cannot be planned: `vm-not-found`, `vm-already-planned`,
    /// `vm-is-template`, `vm-is-snapshot`, `vm-is-control-domain`, `pool-not-on-site`, `method-not-supported`.
    /// </summary>
    public static PlanChangeResult AddVms(RelocationPlan plan, MoveGroupId id, IReadOnlyList<PlannedVm> vms, InventorySet inventory) => EditGroup(plan, id, group =>
    {
        var planned = plan.Groups.SelectMany(other => other.Vms.Select(vm => (vm.Vm, other.Name))).ToDictionary(pair => pair.Vm, pair => pair.Name);
        foreach (var vm in vms)
        {
            if (Fault(plan, vm, inventory) is { } fault)
            {
                return fault;
            }

            if (!planned.TryAdd(vm.Vm, group.Name))
            {
                return PlanChangeResult.Refuse("vm-already-planned", ("vm", vm.Vm.Uuid), ("name", NameOf(inventory, vm)), ("group", planned[vm.Vm]));
            }
        }

        return PlanChangeResult.Accept(ReplaceGroup(plan, group with { Vms = [.. group.Vms, .. vms] }));
    });

    /// <summary>Takes VMs out of the plan, from whichever group holds them.</summary>
    public static PlanChangeResult RemoveVms(RelocationPlan plan, IReadOnlyCollection<VmId> vms)
    {
        var gone = vms.ToHashSet();
        var unplanned = gone.Except(plan.Groups.SelectMany(group => group.Vms).Select(planned => planned.Vm)).OrderBy(vm => vm.Uuid, StringComparer.Ordinal).ToList();
        return unplanned.Count > 0
            ? PlanChangeResult.Refuse("vm-not-planned", ("vm", unplanned[0].Uuid))
            : PlanChangeResult.Accept(plan with { Groups = [.. plan.Groups.Select(group => group with { Vms = [.. group.Vms.Where(planned => !gone.Contains(planned.Vm))] })] });
    }

    /// <summary>Moves planned VMs to another group, at its end, keeping how they move.</summary>
    public static PlanChangeResult MoveVms(RelocationPlan plan, MoveGroupId to, IReadOnlyCollection<VmId> vms) => EditGroup(plan, to, _ =>
    {
        var chosen = vms.ToHashSet();
        var moved = plan.Groups.SelectMany(group => group.Vms).Where(planned => chosen.Contains(planned.Vm)).ToList();
        return RemoveVms(plan, vms).Then(rest => EditGroup(rest, to, group =>
            PlanChangeResult.Accept(ReplaceGroup(rest, group with { Vms = [.. group.Vms, .. moved] }))));
    });

    private static PlanChangeResult? Fault(RelocationPlan plan, PlannedVm planned, InventorySet inventory)
    {
        if (!plan.SourceSite.Pools.Contains(planned.SourcePool))
        {
            return PlanChangeResult.Refuse("pool-not-on-site", ("pool", planned.SourcePool.Uuid), ("site", plan.SourceSite.Name));
        }

        if (!plan.TargetSite.Pools.Contains(planned.TargetPool))
        {
            return PlanChangeResult.Refuse("pool-not-on-site", ("pool", planned.TargetPool.Uuid), ("site", plan.TargetSite.Name));
        }

        if (planned.Method is MoveMethod.Warm)
        {
            return PlanChangeResult.Refuse("method-not-supported", ("method", "Warm"));
        }

        var vm = inventory[planned.SourcePool]?.Vm(planned.Vm);
        if (planned.TargetHost is { } host && inventory[planned.TargetPool]?.Host(host) is null)
        {
            return PlanChangeResult.Refuse("host-not-in-target-pool", ("host", host.Uuid), ("pool", planned.TargetPool.Uuid));
        }

        return vm?.Kind switch
        {
            null => PlanChangeResult.Refuse("vm-not-found", ("vm", planned.Vm.Uuid), ("pool", planned.SourcePool.Uuid)),
            VmKind.VirtualMachine => null,
            VmKind.Snapshot => PlanChangeResult.Refuse("vm-is-snapshot", ("vm", planned.Vm.Uuid), ("name", vm.Name)),
            VmKind.ControlDomain => PlanChangeResult.Refuse("vm-is-control-domain", ("vm", planned.Vm.Uuid), ("name", vm.Name)),
            _ => PlanChangeResult.Refuse("vm-is-template", ("vm", planned.Vm.Uuid), ("name", vm.Name)),
        };
    }

    private static string NameOf(InventorySet inventory, PlannedVm planned) => inventory[planned.SourcePool]?.Vm(planned.Vm)?.Name ?? "";

    private static PlanChangeResult? GroupNameFault(RelocationPlan plan, string name, MoveGroupId self) =>
        NameFault(name) ?? (plan.Groups.Any(group => group.Id != self && string.Equals(group.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
            ? PlanChangeResult.Refuse("name-taken", ("name", name.Trim()))
            : null);

    private static PlanChangeResult EditGroup(RelocationPlan plan, MoveGroupId id, Func<MoveGroup, PlanChangeResult> edit) =>
        plan.Groups.FirstOrDefault(group => group.Id == id) is { } found ? edit(found) : PlanChangeResult.Refuse("group-not-found", ("group", id.ToString()));

    private static RelocationPlan ReplaceGroup(RelocationPlan plan, MoveGroup changed) =>
        plan with { Groups = [.. plan.Groups.Select(group => group.Id == changed.Id ? changed : group)] };
}
