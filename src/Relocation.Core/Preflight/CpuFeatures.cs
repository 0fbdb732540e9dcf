using System.Globalization;
using Relocation.Core.Inventory;

namespace Relocation.Core.Preflight;

/// <summary>Compares the CPU a VM started with to a host's, as XAPI does (cpuid_helpers.ml): feature words in hexadecimal, joined by dashes.</summary>
public static class CpuFeatures
{
    /// <summary>Why the VM cannot go on on the host: `vendor`, `features`, `no-feature-keys`; empty when it can, or when nothing is known of its start.</summary>
    public static string Reason(Vm vm, Host host)
    {
        if (vm.LastBootCpuFeatures.Length == 0)
        {
            return "";
        }

        if (vm.LastBootCpuVendor.Length > 0 && host.CpuVendor.Length > 0 && vm.LastBootCpuVendor != host.CpuVendor)
        {
            return "vendor";
        }

        var offered = IsParavirtual(vm) ? host.CpuFeaturesPv : host.CpuFeaturesHvm;
        if (offered.Length == 0)
        {
            // Toolstacks before 7.0 knew one set for all guests, under this key.
            offered = host.CpuInfo.GetValueOrDefault("features", "");
        }

        return offered.Length == 0 ? "no-feature-keys" : IsSubset(vm.LastBootCpuFeatures, offered) ? "" : "features";
    }

    /// <summary>True when every bit of the first is set in the second; missing words count as zero, and text that is no feature set is a subset of itself only.</summary>
    public static bool IsSubset(string features, string of)
    {
        if (features.Length > 0 && string.Equals(features, of, StringComparison.Ordinal))
        {
            return true;
        }

        if (Words(features) is not { } needed || Words(of) is not { } offered)
        {
            return false;
        }

        return !needed.Where((word, index) => (word & ~offered.ElementAtOrDefault(index)) != 0).Any();
    }

    private static List<uint>? Words(string features)
    {
        List<uint> words = [];
        foreach (var part in features.Split('-'))
        {
            if (!uint.TryParse(part.Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var word))
            {
                return null;
            }

            words.Add(word);
        }

        return words;
    }

    private static bool IsParavirtual(Vm vm) => vm.DomainType.Length > 0 ? vm.DomainType == "pv" : vm.HvmBootPolicy.Length == 0;
}
