using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Relocation.Core.Waves;
using Relocation.Web.Features.Preflight;

namespace Relocation.Web.Features.Waves;

/// <summary>A VM that could be planned.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="Movable">Whether it could move as it is.</param>
/// <param name="Memory">Memory it holds, or would take.</param>
/// <param name="Disks">Sum of its disks' sizes.</param>
public sealed record VmChoice(Vm Vm, MovableVm Movable, ByteSize Memory, ByteSize Disks)
{
    /// <summary>VMs of the source pools that are in no group yet, by name.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="set">What is known of the pools.</param>
    /// <param name="query">Looks at a source pool's VMs.</param>
    public static IReadOnlyList<VmChoice> Of(RelocationPlan plan, InventorySet set, Func<PoolId, IReadOnlyList<MovableVm>> query)
    {
        var planned = plan.Groups.SelectMany(group => group.Vms).Select(vm => vm.Vm).ToHashSet();
        var choices = from pool in plan.SourceSite.Pools
                      let view = set[pool]
                      where view is not null
                      from movable in query(pool)
                      let vm = view.Vm(movable.Vm)
                      where vm is not null && !planned.Contains(vm.Id)
                      select new VmChoice(
                          vm,
                          movable,
                          vm.MemoryActual is { Bytes: > 0 } held ? held : vm.MemoryDynamicMax,
                          view.DisksOf(vm.Id).Aggregate(ByteSize.Zero, (sum, disk) => sum + disk.VirtualSize));
        return [.. choices.OrderBy(choice => choice.Vm.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(choice => choice.Vm.Uuid, StringComparer.Ordinal)];
    }

    /// <summary>True when every word is part of its name, its pool's name, its guest's system or one of its tags.</summary>
    public bool Matches(string words, string pool)
    {
        string[] texts = [Vm.Name, pool, Vm.GuestOs, .. Vm.Tags];
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text => text.Contains(word, StringComparison.CurrentCultureIgnoreCase)));
    }
}
