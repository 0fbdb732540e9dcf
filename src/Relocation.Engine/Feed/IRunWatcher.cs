using Orleans.Concurrency;

namespace Relocation.Engine.Feed;

/// <summary>Someone who is told when a run moves on. A lost call does no harm: the journal is read in any case every few seconds.</summary>
public interface IRunWatcher : IGrainObserver
{
    /// <summary>The run moved on.</summary>
    [OneWay]
    Task MovedOnAsync(RunPulse pulse);
}
