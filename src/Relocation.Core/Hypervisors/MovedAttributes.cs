using Relocation.Core.Inventory;

namespace Relocation.Core.Hypervisors;

/// <summary>Attributes XAPI drops when a VM crosses pools; captured before the move to be put back after it.</summary>
/// <param name="Appliance">Name of its vApp, empty for none.</param>
/// <param name="BlockedOperations">Blocked operations and their reasons.</param>
/// <param name="Affinity">Host it likes, in its pool.</param>
/// <param name="HaRestartPriority">HA priority.</param>
/// <param name="LockingModes">Locking mode by the interface's position in the VM, which a move keeps.</param>
/// <param name="ChangedBlockTracking">Positions in the VM (VBD.userdevice) of the disks with changed-block tracking.</param>
public sealed record MovedAttributes(
    string Appliance,
    IReadOnlyDictionary<string, string> BlockedOperations,
    HostId? Affinity,
    string HaRestartPriority,
    IReadOnlyDictionary<string, string> LockingModes,
    IReadOnlyList<string> ChangedBlockTracking);
