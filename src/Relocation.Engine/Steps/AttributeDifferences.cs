using Relocation.Core.Hypervisors;

namespace Relocation.Engine.Steps;

/// <summary>Which attributes a VM has lost.</summary>
internal static class AttributeDifferences
{
    /// <summary>
    /// Names of the attributes that differ. Affinity is left out: it names a host of the pool that was left. What the VM has more than
    /// before is no loss, and pools too old to know an attribute give it empty.
    /// </summary>
    public static IEnumerable<string> Between(MovedAttributes before, MovedAttributes after)
    {
        if (before.Appliance.Length > 0 && before.Appliance != after.Appliance)
        {
            yield return "appliance";
        }

        if (before.HaRestartPriority != after.HaRestartPriority)
        {
            yield return "ha-restart-priority";
        }

        if (Lost(before.BlockedOperations, after.BlockedOperations))
        {
            yield return "blocked-operations";
        }

        if (Lost(before.LockingModes, after.LockingModes))
        {
            yield return "locking-modes";
        }

        if (before.ChangedBlockTracking.Except(after.ChangedBlockTracking).Any())
        {
            yield return "changed-block-tracking";
        }
    }

    private static bool Lost(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Any(pair => pair.Value.Length > 0 && !(after.TryGetValue(pair.Key, out var value) && value == pair.Value));
}
