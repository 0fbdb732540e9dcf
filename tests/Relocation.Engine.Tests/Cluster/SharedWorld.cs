using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Cluster;

/// <summary>What the silos of a test share, as the real ones share a database and the pools.</summary>
internal static class SharedWorld
{
    public static MemoryJournal Journal { get; } = new(TimeProvider.System);

    /// <summary>Slow enough that a run is not over before a dead silo is noticed: the driver of a silo killed within the test's process lives on until it is fenced.</summary>
    public static FakeWorld World { get; } = new(new ScaledTime(4));
}
