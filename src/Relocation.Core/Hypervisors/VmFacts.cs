using Relocation.Core.Inventory;

namespace Relocation.Core.Hypervisors;

/// <summary>What one pool says of a VM now.</summary>
/// <param name="Id">The VM.</param>
/// <param name="Name">Its name.</param>
/// <param name="PowerState">Running, halted …</param>
/// <param name="ResidentOn">Where it runs.</param>
/// <param name="CurrentOperations">Operations going on.</param>
/// <param name="ImportInProgress">The pool is still receiving it.</param>
/// <param name="MarkedFor">The move whose mark it bears, if any.</param>
/// <param name="Disks">Its disks by position.</param>
/// <param name="Vifs">Its interfaces by position.</param>
/// <param name="Attributes">What a move drops.</param>
public sealed record VmFacts(
    VmId Id,
    string Name,
    PowerState PowerState,
    HostId? ResidentOn,
    IReadOnlyList<string> CurrentOperations,
    bool ImportInProgress,
    string? MarkedFor,
    IReadOnlyList<DiskFacts> Disks,
    IReadOnlyList<VifFacts> Vifs,
    MovedAttributes Attributes);
