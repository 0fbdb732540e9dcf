using Relocation.Engine.Tests.Support;

namespace Relocation.Engine.Tests.Cluster;

/// <summary>What the silos of a test share, as the real ones share a database and the pools.</summary>
internal static class SharedWorld
{
    public static MemoryJournal Journal { get; } = new(TimeProvider.System);

    public static FakeWorld World { get; } = new(new ScaledTime(20));
}
