using Relocation.Engine.Feed;

namespace Relocation.Engine.Tests.Cluster;

internal sealed class RecordingWatcher : IRunWatcher
{
    private readonly Lock _lock = new();
    private readonly List<RunPulse> _pulses = [];

    public IReadOnlyList<RunPulse> Pulses
    {
        get
        {
            lock (_lock)
            {
                return [.. _pulses];
            }
        }
    }

    public Task MovedOnAsync(RunPulse pulse)
    {
        lock (_lock)
        {
            _pulses.Add(pulse);
        }

        return Task.CompletedTask;
    }
}
