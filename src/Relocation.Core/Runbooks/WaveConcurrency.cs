using Relocation.Core.Inventory;

namespace Relocation.Core.Runbooks;

/// <summary>How many moves of a wave run at a time.</summary>
public static class WaveConcurrency
{
    /// <summary>Storage migrations one host sends at a time; XAPI refuses a fourth at once (xapi_vm_migrate.ml, TOO_MANY_STORAGE_MIGRATES).</summary>
    public const int PerSourceHost = 3;

    /// <summary>The most that can run together: what the wave allows, and three from each source host. Halted VMs, whose sender XAPI chooses, count as one host.</summary>
    public static int Of(IEnumerable<HostId?> sourceHosts, int maximumParallelMoves)
    {
        var slots = sourceHosts.GroupBy(host => host).Sum(group => Math.Min(PerSourceHost, group.Count()));
        return Math.Max(1, Math.Min(maximumParallelMoves, slots));
    }
}
