using System.Globalization;
using Relocation.Simulator.Database;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Operations.Moves;

/// <summary>
/// What a guest does, from its record: other_config may say it (simulator-hot-mib, simulator-hot-mib-s, simulator-cold-mib, simulator-cold-mib-s,
/// simulator-write-mib-s); what it does not say follows from its size and a draw that depends on its uuid and the world's seed alone.
/// </summary>
internal static class GuestFacts
{
    private const double Mebibyte = 1 << 20;

    /// <summary>The activity of a guest while it runs.</summary>
    public static GuestActivity ActivityOf(XapiObject vm, int seed)
    {
        var random = new Random(Draw(vm.Uuid, seed));
        var memory = (double)vm.Number("memory_dynamic_min");
        var busy = 0.25 + (1.5 * random.NextDouble());
        var hot = memory * (0.02 + (0.08 * random.NextDouble()));
        var cold = memory * (0.15 + (0.25 * random.NextDouble()));
        var vcpus = Math.Clamp(vm.Number("VCPUs_max"), 1, 32);
        return new GuestActivity(
            Said(vm, "simulator-hot-mib") ?? hot,
            Said(vm, "simulator-hot-mib-s") ?? busy * vcpus * 4 * Mebibyte,
            Said(vm, "simulator-cold-mib") ?? cold,
            Said(vm, "simulator-cold-mib-s") ?? busy * vcpus * 0.3 * Mebibyte,
            Said(vm, "simulator-write-mib-s") ?? busy * vcpus * 0.15 * Mebibyte);
    }

    /// <summary>A number that depends on a text and a seed alone, the same on every machine (FNV-1a).</summary>
    public static int Draw(string text, int seed)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }
        return (int)(hash & 0x7fffffff);
    }

    private static double? Said(XapiObject vm, string key) =>
        double.TryParse(vm.Map("other_config").FindText(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var mebibytes) && mebibytes >= 0
            ? mebibytes * Mebibyte
            : null;
}
