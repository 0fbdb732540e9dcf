using System.Globalization;
using System.Runtime.InteropServices;

namespace Relocation.Benchmarks.Output;

/// <summary>Where figures were measured.</summary>
internal sealed record MachineFacts(string Cpu, int Processors, double MemoryGib, string System, string Runtime, double LoadAtEnd)
{
    public static MachineFacts Read() => new(
        Lines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        double.TryParse(Lines("/proc/loadavg").FirstOrDefault()?.Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : -1);

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path) : [];
}
