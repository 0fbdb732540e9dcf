using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Features.Inventory;

/// <summary>A pool in the list.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Name">Its name, or its coordinator's.</param>
/// <param name="CapturedAt">When its facts were true.</param>
/// <param name="Product">Brand and release of its coordinator.</param>
/// <param name="Hosts">Hosts.</param>
/// <param name="Vms">VMs of users.</param>
/// <param name="Running">Those that run.</param>
/// <param name="Memory">Memory of all hosts.</param>
/// <param name="Storage">Size of all SRs with disks.</param>
/// <param name="Coordinator">Name of the host that answers for it.</param>
public sealed record PoolRow(Pool Pool, string Name, DateTimeOffset CapturedAt, string Product, int Hosts, int Vms, int Running, ByteSize Memory, ByteSize Storage, string Coordinator)
{
    /// <summary>All pools by name.</summary>
    public static IReadOnlyList<PoolRow> Of(InventorySet set) =>
        [.. set.Views.Select(Of).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Pool.Uuid, StringComparer.Ordinal)];

    /// <summary>What people call the pool; its coordinator's name where it has none, as pools of one host often do.</summary>
    public static string NameOf(InventoryView view) => view.Snapshot.Pool.Name is { Length: > 0 } name
        ? name
        : CoordinatorOf(view)?.Name ?? view.Snapshot.Pool.Uuid;

    /// <summary>One pool.</summary>
    public static PoolRow Of(InventoryView view)
    {
        var facts = view.Snapshot;
        var coordinator = CoordinatorOf(view);
        var vms = facts.Vms.Where(vm => vm.Kind == VmKind.VirtualMachine).ToList();
        return new PoolRow(
            facts.Pool,
            NameOf(view),
            facts.CapturedAt,
            $"{coordinator?.ProductBrand} {coordinator?.ProductVersion}".Trim(),
            facts.Hosts.Count,
            vms.Count,
            vms.Count(vm => vm.PowerState == PowerState.Running),
            facts.Hosts.Aggregate(ByteSize.Zero, (sum, host) => sum + host.MemoryTotal),
            facts.StorageRepositories.Where(sr => sr.ContentType != "iso" && sr.PhysicalSize.Bytes > 0).Aggregate(ByteSize.Zero, (sum, sr) => sum + sr.PhysicalSize),
            coordinator?.Name ?? "");
    }

    private static Host? CoordinatorOf(InventoryView view) =>
        view.Host(view.Snapshot.Pool.Coordinator) ?? (view.Snapshot.Hosts.Count > 0 ? view.Snapshot.Hosts[0] : null);
}
