using Relocation.Core.Hypervisors;

namespace Relocation.Core.Runbooks;

/// <summary>What exactly will be done for one move; frozen and stored before anything runs.</summary>
/// <param name="Version">Version of this format, so that a newer engine can still finish an older run.</param>
/// <param name="Order">What is asked of the pools.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Disks">The disks that will be copied, in the order XAPI copies them.</param>
/// <param name="MemoryBytes">Memory a live move copies at least; 0 for a cold one.</param>
/// <param name="SourceHost">Host it leaves, when running; moves are limited per source host.</param>
public sealed record Runbook(
    int Version,
    MoveOrder Order,
    IReadOnlyList<RunbookStep> Steps,
    IReadOnlyList<RunbookDisk> Disks,
    long MemoryBytes,
    Inventory.HostId? SourceHost);
