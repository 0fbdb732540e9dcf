namespace Relocation.Benchmarks.Output;

/// <summary>Looks at the memory every few milliseconds on a thread of its own.</summary>
internal sealed class MemorySampler : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;
    private long heap;
    private long workingSet;

    public MemorySampler()
    {
        thread = new Thread(Run) { IsBackground = true };
        thread.Start();
    }

    public (long Heap, long WorkingSet) Stop()
    {
        stop.Set();
        thread.Join();
        return (heap, workingSet);
    }

    public void Dispose()
    {
        Stop();
        stop.Dispose();
    }

    private void Run()
    {
        do
        {
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            workingSet = Math.Max(workingSet, Environment.WorkingSet);
        }
        while (!stop.Wait(Interval));
    }
}
