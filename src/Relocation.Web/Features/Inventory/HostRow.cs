using Relocation.Core.Inventory;
using Relocation.Core.Quantities;
using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Features.Inventory;

/// <summary>A host in the list.</summary>
/// <param name="Host">The host.</param>
/// <param name="Pool">Name of its pool.</param>
/// <param name="Coordinator">It answers for the pool.</param>
/// <param name="VmCount">VMs that run on it.</param>
/// <param name="MemoryOfVms">Memory they hold.</param>
/// <param name="Nics">Physical NICs.</param>
public sealed record HostRow(Host Host, string Pool, bool Coordinator, int VmCount, ByteSize MemoryOfVms, int Nics)
{
    /// <summary>Share of the installed memory that is not free; absent when the host did not report it (database files often say 0).</summary>
    public double? MemoryUsed => Host is { MemoryFree: { Bytes: > 0 } free, MemoryTotal.Bytes: > 0 } ? 1 - ((double)free.Bytes / Host.MemoryTotal.Bytes) : null;

    /// <summary>All hosts by pool and name.</summary>
    public static IReadOnlyList<HostRow> Of(InventorySet set) =>
        [.. set.Views.SelectMany(Of).OrderBy(row => row.Pool, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Host.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Host.Uuid, StringComparer.Ordinal)];

    /// <summary>The hosts of one pool, as stored.</summary>
    public static IEnumerable<HostRow> Of(InventoryView view)
    {
        var vms = view.Snapshot.Vms.Where(vm => vm is { Kind: VmKind.VirtualMachine, ResidentOn: not null, PowerState: PowerState.Running or PowerState.Paused }).ToLookup(vm => vm.ResidentOn!.Value);
        var nics = view.Snapshot.Pifs.Where(pif => pif is { Physical: true, Host: not null }).CountBy(pif => pif.Host!.Value).ToDictionary();
        return view.Snapshot.Hosts.Select(host => new HostRow(
            host,
            PoolRow.NameOf(view),
            view.Snapshot.Pool.Coordinator == host.Id,
            vms[host.Id].Count(),
            vms[host.Id].Aggregate(ByteSize.Zero, (sum, vm) => sum + (vm.MemoryActual ?? vm.MemoryDynamicMax)),
            nics.GetValueOrDefault(host.Id)));
    }
}
