namespace Relocation.Simulator.World;

/// <summary>A migration under way.</summary>
/// <param name="Truth">What is known of it.</param>
/// <param name="SourceHost">The uuid of the host that sends.</param>
/// <param name="DestinationHost">The uuid of the host that receives.</param>
/// <param name="TaskRef">The reference of its task.</param>
/// <param name="IsStorage">Whether it counts as a storage migration.</param>
internal sealed record ActiveMigration(MigrationTruth Truth, string SourceHost, string DestinationHost, string TaskRef, bool IsStorage)
{
    /// <summary>Its course, once it has begun.</summary>
    public WorldProcess? Process { get; set; }

    /// <summary>The streams' stop for a stalled step; opened to let it go on.</summary>
    public WorldGateWait? Stall { get; set; }
}
