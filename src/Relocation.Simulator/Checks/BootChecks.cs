using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>Whether a VM can run on a host, in the order of ocaml/xapi/xapi_vm_helpers.ml, assert_can_boot_here.</summary>
internal static class BootChecks
{
    /// <summary>Fails unless the VM can run there.</summary>
    /// <param name="database">The pool of both.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="host">The host.</param>
    /// <param name="withStorage">Whether the host must see the VM's stores.</param>
    /// <param name="withMemory">Whether it must have the memory.</param>
    /// <param name="withCpu">Whether the guest's processor features must be there, where it has booted.</param>
    public static void Assert(PoolDatabase database, XapiObject vm, XapiObject host, bool withStorage = true, bool withMemory = true, bool withCpu = true)
    {
        if (database.Find("host_metrics", host.Text("metrics")) is not { } metrics || !metrics.Bool("live"))
        {
            throw new XapiException("HOST_NOT_LIVE");
        }
        if (!host.Bool("enabled"))
        {
            throw new XapiException("HOST_DISABLED", host.Ref);
        }
        HostCompatibility.AssertHardwarePlatform(vm, host);
        if (withCpu && vm.Text("power_state") != "Halted" && HostCompatibility.CpuRefusal(vm, host) is { } cpu)
        {
            throw new XapiException("VM_INCOMPATIBLE_WITH_THIS_HOST", vm.Ref, host.Ref, cpu);
        }
        if (withStorage)
        {
            AssertStorage(database, vm, host);
        }
        AssertNetworks(database, vm, host);
        if (withMemory)
        {
            HostMemory.Assert(database, host, vm);
        }
        HostCompatibility.AssertEnoughCpus(vm, host);
    }

    /// <summary>Why the VM cannot run there; null when it can.</summary>
    public static XapiException? Refusal(PoolDatabase database, XapiObject vm, XapiObject host)
    {
        try
        {
            Assert(database, vm, host);
            return null;
        }
        catch (XapiException refusal)
        {
            return refusal;
        }
    }

    /// <summary>The stores a VM needs: of its disks, inserted images and suspend image.</summary>
    public static IEnumerable<XapiObject> StoresNeeded(PoolDatabase database, XapiObject vm)
    {
        var images = VmParts.Rows(database, "VBD", vm.Texts("VBDs")).Where(vbd => !vbd.Bool("empty")).Select(vbd => vbd.Text("VDI")).Append(vm.Text("suspend_VDI"));
        return VmParts.Rows(database, "SR", VmParts.Rows(database, "VDI", images).Select(vdi => vdi.Text("SR")).Distinct());
    }

    private static void AssertStorage(PoolDatabase database, XapiObject vm, XapiObject host)
    {
        foreach (var sr in StoresNeeded(database, vm))
        {
            if (!VmParts.HostsSeeing(database, sr).Contains(host.Ref))
            {
                throw new XapiException("VM_REQUIRES_SR", vm.Ref, sr.Ref);
            }
        }
    }

    private static void AssertNetworks(PoolDatabase database, XapiObject vm, XapiObject host)
    {
        foreach (var vif in VmParts.Vifs(database, vm))
        {
            if (database.Find("network", vif.Text("network")) is not { } network)
            {
                continue;
            }
            var pifs = VmParts.Rows(database, "PIF", network.Texts("PIFs")).ToList();
            // A network without any card is a private one: it lives on one host while guests on it run there.
            var isBound = pifs.Count > 0 || VmParts.Rows(database, "VIF", network.Texts("VIFs")).Any(other => IsAttachedElsewhere(database, other, host));
            if (isBound && !pifs.Any(pif => pif.Text("host") == host.Ref))
            {
                throw new XapiException("VM_REQUIRES_NETWORK", vm.Ref, network.Ref);
            }
        }
    }

    private static bool IsAttachedElsewhere(PoolDatabase database, XapiObject vif, XapiObject host) =>
        vif.Bool("currently_attached") && database.Find("VM", vif.Text("VM")) is { } vm
        && vm.Text("resident_on") is var on && on != XapiValue.Null && on != host.Ref;
}
