namespace Relocation.Simulator.World;

/// <summary>A disk in a migration.</summary>
/// <param name="Key">Names it for whoever ordered the migration.</param>
/// <param name="VirtualBytes">Its size as the guest sees it: progress is reckoned by it.</param>
/// <param name="AllocatedBytes">What is written on it: this is copied.</param>
/// <param name="IsMirrored">Whether writes are mirrored while it is copied and until the guest has moved; a snapshot's or read-only disk's are not.</param>
/// <param name="WriteRate">What the guest writes to it, bytes per second; only while the guest runs.</param>
/// <param name="Path">The links between its old and its new store.</param>
public sealed record MovedDisk(string Key, double VirtualBytes, double AllocatedBytes, bool IsMirrored, double WriteRate, IReadOnlyList<Link> Path);
