namespace Relocation.Simulator.World;

/// <summary>What a migration moves.</summary>
/// <param name="Disks">The disks, in the order they are copied.</param>
/// <param name="ResidentBytes">Memory in use now; zero for a guest that does not run.</param>
/// <param name="BalloonedBytes">Memory after the balloon has given back what it can: dynamic_min.</param>
/// <param name="Activity">What the guest does while it runs.</param>
/// <param name="MemoryPath">The links between the hosts.</param>
/// <param name="IsRunning">Whether there is memory to move.</param>
public sealed record MovedGuest(
    IReadOnlyList<MovedDisk> Disks,
    double ResidentBytes,
    double BalloonedBytes,
    GuestActivity Activity,
    IReadOnlyList<Link> MemoryPath,
    bool IsRunning);
