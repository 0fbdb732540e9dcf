using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Web.Features.Inventory;

/// <summary>A VM in the list.</summary>
/// <param name="Vm">The VM.</param>
/// <param name="Pool">Name of its pool.</param>
/// <param name="Host">Name of the host it runs on; empty when it does not run.</param>
/// <param name="Memory">Memory it holds while running, else what it would take.</param>
/// <param name="DiskCount">Disks, CDs left out.</param>
/// <param name="DiskSize">Sum of the sizes the guest sees.</param>
/// <param name="Storage">Names of the SRs its disks lie on.</param>
/// <param name="Networks">Names of its networks.</param>
/// <param name="Addresses">IP addresses the guest reports.</param>
/// <param name="Snapshots">How many it has.</param>
/// <param name="Appliance">Name of its vApp; empty without.</param>
public sealed record VmRow(
    Vm Vm, string Pool, string Host, ByteSize Memory, int DiskCount, ByteSize DiskSize, string Storage, string Networks, string Addresses, int Snapshots, string Appliance)
{
    /// <summary>VMs and the templates people made, by name.</summary>
    public static IReadOnlyList<VmRow> Of(InventorySet set) =>
        [.. set.Views.SelectMany(Rows).OrderBy(row => row.Vm.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Vm.Uuid, StringComparer.Ordinal)];

    /// <summary>IP addresses the guest reports, in order of device, each once.</summary>
    public static IReadOnlyList<string> AddressesOf(Vm vm) =>
        [.. vm.GuestNetworks.Where(pair => pair.Key.Contains("ip", StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Where(value => value.Length > 0).Distinct()];

    private static IEnumerable<VmRow> Rows(InventoryView view)
    {
        var snapshots = view.Snapshot.Vms.Where(vm => vm is { Kind: VmKind.Snapshot, SnapshotOf: not null }).CountBy(vm => vm.SnapshotOf!.Value).ToDictionary();
        var appliances = view.Snapshot.Appliances.ToDictionary(appliance => appliance.Id, appliance => appliance.Name);
        return from vm in view.Snapshot.Vms
               where vm.Kind is VmKind.VirtualMachine or VmKind.Template
               let disks = view.DisksOf(vm.Id).ToList()
               select new VmRow(
                   vm,
                   PoolRow.NameOf(view),
                   view.Host(vm.ResidentOn)?.Name ?? "",
                   MemoryOf(vm),
                   disks.Count,
                   disks.Aggregate(ByteSize.Zero, (sum, disk) => sum + disk.VirtualSize),
                   Names(disks.Select(disk => view.Sr(disk.Sr)?.Name)),
                   Names(view.VifsOf(vm.Id).Select(vif => view.Network(vif.Network)?.Name)),
                   string.Join(", ", AddressesOf(vm)),
                   snapshots.GetValueOrDefault(vm.Id),
                   vm.Appliance is { } id ? appliances.GetValueOrDefault(id, "") : "");
    }

    private static ByteSize MemoryOf(Vm vm) => vm.PowerState == PowerState.Running && vm.MemoryActual is { Bytes: > 0 } held ? held : vm.MemoryDynamicMax;

    private static string Names(IEnumerable<string?> names) => string.Join(", ", names.OfType<string>().Where(name => name.Length > 0).Distinct().Order(StringComparer.CurrentCultureIgnoreCase));
}
