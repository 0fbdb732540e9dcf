using System.Globalization;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;

namespace Relocation.Simulator.Checks;

/// <summary>Whether a host's processor, versions and virtual hardware fit a VM.</summary>
internal static class HostCompatibility
{
    private const string OtherVendor = "VM last booted on a host which had a CPU from a different vendor.";
    private const string MissingFeatures = "VM last booted on a CPU with features this host's CPU does not have.";

    /// <summary>Why a guest that has booted cannot run on a host's processor (ocaml/xapi/cpuid_helpers.ml); null when it can.</summary>
    public static string? CpuRefusal(XapiObject vm, XapiObject host)
    {
        var booted = vm.Map("last_boot_CPU_flags");
        var offered = host.Map("cpu_info");
        if (booted.FindText("vendor") is { Length: > 0 } vendor && offered.FindText("vendor") is { } own && vendor != own)
        {
            return OtherVendor;
        }
        if (booted.FindText("features") is not { Length: > 0 } needed)
        {
            return null;
        }
        // Hosts before feature levelling by domain type tell one set only.
        var has = offered.FindText(VmLifecycle.IsHvm(vm) ? "features_hvm" : "features_pv") ?? offered.FindText("features");
        return has is not null && IsSubset(Words(needed), Words(has)) ? null : MissingFeatures;
    }

    /// <summary>Whether a host's versions are at least another's in every component (ocaml/xapi/helpers.ml, host_versions_not_decreasing).</summary>
    public static bool IsNotOlder(XapiObject destination, XapiObject source)
    {
        var (to, from) = (destination.Map("software_version"), source.Map("software_version"));
        foreach (var key in (string[])["platform_version", "xapi_build", "xen"])
        {
            if (to.FindText(key) is { } newer && from.FindText(key) is { } older && Compare(newer, older) < 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Fails unless the host offers the VM's virtual hardware (ocaml/xapi/xapi_vm_helpers.ml).</summary>
    public static void AssertHardwarePlatform(XapiObject vm, XapiObject host)
    {
        var wanted = vm.Number("hardware_platform_version");
        var versions = ((Values.XapiSet)host["virtual_hardware_platform_versions"]).Items.OfType<Values.XapiInt>().Select(item => item.Number).ToList();
        if (versions.Count == 0)
        {
            versions.Add(0);
        }
        if (!versions.Contains(wanted))
        {
            throw new XapiException(
                "VM_HOST_INCOMPATIBLE_VIRTUAL_HARDWARE_PLATFORM_VERSION", host.Ref, $"[{string.Join("; ", versions)}]", vm.Ref, wanted.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Fails when the VM has more virtual than the host physical processors.</summary>
    public static void AssertEnoughCpus(XapiObject vm, XapiObject host)
    {
        if (vm.Map("platform").FindText("vcpu-unrestricted") is not null || host.Map("cpu_info").FindText("cpu_count") is not { } text
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return;
        }
        if (vm.Number("VCPUs_max") > count)
        {
            throw new XapiException("HOST_NOT_ENOUGH_PCPUS", vm.Number("VCPUs_max").ToString(CultureInfo.InvariantCulture), text);
        }
    }

    private static int Compare(string left, string right)
    {
        var (a, b) = (Numbers(left), Numbers(right));
        for (var index = 0; index < Math.Max(a.Length, b.Length); index++)
        {
            var order = (index < a.Length ? a[index] : 0).CompareTo(index < b.Length ? b[index] : 0);
            if (order != 0)
            {
                return order;
            }
        }
        return 0;
    }

    private static long[] Numbers(string version) =>
        [.. version.Split('.', '-', '+').TakeWhile(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(part => long.Parse(part, CultureInfo.InvariantCulture))];

    private static uint[] Words(string features) =>
        [.. features.Split('-').Select(word => uint.TryParse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : 0)];

    private static bool IsSubset(uint[] needed, uint[] offered)
    {
        for (var index = 0; index < needed.Length; index++)
        {
            if ((needed[index] & ~(index < offered.Length ? offered[index] : 0)) != 0)
            {
                return false;
            }
        }
        return true;
    }
}
