using Relocation.Core.Inventory;
using Relocation.Web.Ui;
using Host = Relocation.Core.Inventory.Host;

namespace Relocation.Web.Features.Inventory;

/// <summary>Where a VM may move, from inventory alone. Mirrors the order in which xapi looks at a host (xapi_vm_helpers.ml,
/// assert_can_boot_here; xapi_vm_migrate.ml, assert_can_migrate), without asking a pool.</summary>
public static class HostFits
{
    private static readonly string[] MigrationOperations = ["migrate_send", "pool_migrate"];

    /// <summary>Every known host: those of the VM's own pool first, then the others by pool and name.</summary>
    public static IReadOnlyList<HostFit> Of(InventorySet set, Vm vm)
    {
        if (set[vm.Pool] is not { } home)
        {
            return [];
        }

        var always = Always(home, vm).ToList();
        return [.. set.Views.OrderBy(view => view != home).ThenBy(PoolRow.NameOf, StringComparer.CurrentCultureIgnoreCase)
            .SelectMany(view => view.Snapshot.Hosts.OrderBy(host => host.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(host => host.Uuid, StringComparer.Ordinal)
                .Select(host => Fit(home, view, host, vm, always)))];
    }

    private static HostFit Fit(InventoryView home, InventoryView view, Host host, Vm vm, List<FitObstacle> always)
    {
        var here = view == home && vm.ResidentOn == host.Id && vm.PowerState != PowerState.Halted;
        var place = view == home ? OwnPool(home, host, vm) : OtherPool(home, host, vm);
        return new HostFit(PoolRow.NameOf(view), host, here, view != home, here ? [] : [.. always, .. OfHost(host, vm), .. place]);
    }

    private static IEnumerable<FitObstacle> Always(InventoryView home, Vm vm)
    {
        foreach (var operation in MigrationOperations.Where(vm.BlockedOperations.ContainsKey))
        {
            yield return new FitObstacle("blocked", vm.BlockedOperations[operation].Length > 0 ? vm.BlockedOperations[operation] : operation);
        }

        if (vm.NoMigrate)
        {
            yield return new FitObstacle("no-migrate", "");
        }

        var running = vm.PowerState is PowerState.Running or PowerState.Paused or PowerState.Suspended;
        if (running && vm.AttachedPcis.Count > 0)
        {
            yield return new FitObstacle("pci", Format.Count(vm.AttachedPcis.Count));
        }

        if (running && vm.VusbCount > 0)
        {
            yield return new FitObstacle("usb", Format.Count(vm.VusbCount));
        }

        if (running && home.Snapshot.Vgpus.FirstOrDefault(gpu => gpu.Vm == vm.Id) is { } gpu)
        {
            yield return new FitObstacle("vgpu", gpu.Type);
        }
    }

    private static IEnumerable<FitObstacle> OfHost(Host host, Vm vm)
    {
        if (!host.Enabled)
        {
            yield return new FitObstacle("host-disabled", "");
        }

        if (host.Live == false)
        {
            yield return new FitObstacle("host-not-live", "");
        }

        var need = (vm.PowerState == PowerState.Running ? vm.MemoryActual ?? vm.MemoryDynamicMax : vm.MemoryStaticMax) + vm.MemoryOverhead;
        if (host.MemoryFree is { Bytes: > 0 } free && free < need)
        {
            yield return new FitObstacle("memory", $"{Format.Size(need)} > {Format.Size(free)}");
        }
    }

    private static IEnumerable<FitObstacle> OwnPool(InventoryView home, Host host, Vm vm)
    {
        foreach (var sr in home.DisksOf(vm.Id).Select(disk => home.Sr(disk.Sr)).OfType<StorageRepository>().Distinct().Where(sr => !home.HostsSeeing(sr.Id).Contains(host.Id)))
        {
            yield return new FitObstacle("sr-unseen", sr.Name);
        }

        foreach (var network in home.VifsOf(vm.Id).Select(vif => home.Network(vif.Network)).OfType<Network>().Distinct())
        {
            var carriers = home.Snapshot.Pifs.Where(pif => pif.Network == network.Id).ToList();
            if (carriers.Count > 0 && !carriers.Any(pif => pif.Host == host.Id && pif.CurrentlyAttached))
            {
                yield return new FitObstacle("network-absent", network.Name);
            }
        }
    }

    private static IEnumerable<FitObstacle> OtherPool(InventoryView home, Host host, Vm vm)
    {
        var from = home.Host(vm.ResidentOn) ?? home.Host(home.Snapshot.Pool.Coordinator);
        if (vm.PowerState == PowerState.Running && from is { CpuVendor.Length: > 0 } && host.CpuVendor.Length > 0 && from.CpuVendor != host.CpuVendor)
        {
            yield return new FitObstacle("cpu-vendor", $"{from.CpuVendor} → {host.CpuVendor}");
        }

        if (from is not null && Version.TryParse(from.PlatformVersion, out var older) && Version.TryParse(host.PlatformVersion, out var newer) && newer < older)
        {
            yield return new FitObstacle("older-version", $"{from.PlatformVersion} → {host.PlatformVersion}");
        }
    }
}
