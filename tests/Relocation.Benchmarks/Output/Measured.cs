using System.Diagnostics;

namespace Relocation.Benchmarks.Output;

/// <summary>What one piece of work cost.</summary>
/// <param name="Seconds">By the wall clock.</param>
/// <param name="CpuSeconds">Of this process, all threads: the honest figure on a busy machine.</param>
/// <param name="PeakHeapMib">Most managed memory seen, garbage included, above what was held before.</param>
/// <param name="PeakWorkingSetMib">Most resident memory seen.</param>
internal sealed record Measured(double Seconds, double CpuSeconds, double PeakHeapMib, double PeakWorkingSetMib)
{
    private const double Mebibyte = 1048576;

    public static async Task<Measured> OfAsync(Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var heapBefore = GC.GetTotalMemory(forceFullCollection: false);
        using var sampler = new MemorySampler();
        var cpuBefore = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await work();
        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var cpu = (process.TotalProcessorTime - cpuBefore).TotalSeconds;
        var (heap, workingSet) = sampler.Stop();
        return new Measured(Math.Round(seconds, 3), Math.Round(cpu, 3), Math.Round((heap - heapBefore) / Mebibyte, 1), Math.Round(workingSet / Mebibyte, 1));
    }
}
