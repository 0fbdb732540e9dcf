using System.Globalization;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>Whether a host has memory for one more VM (ocaml/xapi/memory_check.ml; ocaml/xapi-idl/memory/memory.ml).</summary>
internal static class HostMemory
{
    private const long Mebibyte = 1L << 20;
    private const double Page = 4096;

    /// <summary>What a VM needs to be admitted, bytes: its memory squeezed to the minimum, and the hypervisor's overhead.</summary>
    public static long Needed(XapiObject vm) => vm.Number("memory_dynamic_min") + Overhead(vm);

    /// <summary>What the hypervisor needs beside a VM's memory, bytes.</summary>
    public static long Overhead(XapiObject vm)
    {
        if (!VmLifecycle.IsHvm(vm))
        {
            return Mebibyte;
        }
        var vcpus = Math.Max(1, vm.Number("VCPUs_max"));
        var staticMebibytes = vm.Number("memory_static_max") / Mebibyte;
        var shadow = Math.Ceiling(((256 * vcpus) + (2 * staticMebibytes)) * Page / Mebibyte) * vm.Real("HVM_shadow_multiplier");
        var perVcpu = Math.Ceiling(38 * vcpus * Page / Mebibyte);
        return (long)(2 + Math.Max(1, shadow) + perVcpu) * Mebibyte;
    }

    /// <summary>What a host can still admit when every VM on it or on its way is squeezed to its minimum, bytes.</summary>
    public static long Free(PoolDatabase database, XapiObject host)
    {
        if (database.Find("host_metrics", host.Text("metrics")) is not { } metrics)
        {
            return 0;
        }
        var used = database.All("VM")
            .Where(vm => !vm.Bool("is_a_snapshot") && (vm.Text("resident_on") == host.Ref || vm.Text("scheduled_to_be_resident_on") == host.Ref))
            .Sum(vm => vm.Number("memory_dynamic_min") + (vm.Bool("is_control_domain") ? vm.Number("memory_overhead") : Overhead(vm)));
        return Math.Max(0, metrics.Number("memory_total") - host.Number("memory_overhead") - used);
    }

    /// <summary>Fails unless a VM fits.</summary>
    public static void Assert(PoolDatabase database, XapiObject host, XapiObject vm)
    {
        var (needed, free) = (Needed(vm), Free(database, host));
        if (needed > free)
        {
            throw new XapiException("HOST_NOT_ENOUGH_FREE_MEMORY", needed.ToString(CultureInfo.InvariantCulture), free.ToString(CultureInfo.InvariantCulture));
        }
    }
}
