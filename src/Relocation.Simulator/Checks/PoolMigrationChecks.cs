using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>What VM.pool_migrate checks, in the order of ocaml/xapi/message_forwarding.ml and ocaml/xapi/xapi_vm_migrate.ml, pool_migrate.</summary>
internal static class PoolMigrationChecks
{
    /// <summary>The checks before the operation is noted at the VM.</summary>
    public static void AssertBefore(PoolDatabase database, XapiObject vm, XapiObject host, IReadOnlyDictionary<string, string> options)
    {
        var isForced = options.GetValueOrDefault("force") == "true";
        if (!isForced && vm.Text("power_state") != "Halted" && HostCompatibility.CpuRefusal(vm, host) is { } cpu)
        {
            throw new XapiException("VM_INCOMPATIBLE_WITH_THIS_HOST", vm.Ref, host.Ref, cpu);
        }
        VmLifecycle.Assert(database, vm, "pool_migrate", strict: !isForced);
    }

    /// <summary>The checks after it.</summary>
    public static void AssertAfter(PoolDatabase database, XapiObject vm, XapiObject host, IReadOnlyDictionary<string, string> options)
    {
        var source = database.Find("host", vm.Text("resident_on"));
        if (source is not null && !HostCompatibility.IsNotOlder(host, source))
        {
            throw new XapiException("NOT_SUPPORTED_DURING_UPGRADE");
        }
        BootChecks.Assert(database, vm, host, withMemory: vm.Text("resident_on") != host.Ref, withCpu: options.GetValueOrDefault("force") != "true");
        if (database.Pool.Map("restrictions").FindText("restrict_xen_motion") == "true")
        {
            throw new XapiException("LICENCE_RESTRICTION", "Xen_motion");
        }
        if (options.GetValueOrDefault("network") is { } network)
        {
            AssertNetwork(database, host, network);
        }
    }

    private static void AssertNetwork(PoolDatabase database, XapiObject host, string network)
    {
        var pif = database.All("PIF").FirstOrDefault(pif => pif.Text("host") == host.Ref && pif.Text("network") == network)
            ?? throw new XapiException("PIF_NOT_PRESENT", host.Ref, network);
        if (!pif.Bool("currently_attached"))
        {
            throw new XapiException("REQUIRED_PIF_IS_UNPLUGGED", pif.Ref);
        }
        if (pif.Text("IP").Length == 0)
        {
            throw new XapiException("INTERFACE_HAS_NO_IP", pif.Ref);
        }
    }
}
