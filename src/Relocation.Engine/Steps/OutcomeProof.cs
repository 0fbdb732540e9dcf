using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>The points that must hold on both pools before a move is called done.</summary>
internal static class OutcomeProof
{
    /// <summary>Each point that is not proved, by name; empty when the outcome is proved.</summary>
    public static IReadOnlyList<string> Missing(MoveRecord record, MoveSight sight)
    {
        var missing = new List<string>();
        if (sight.Seen.Source is not null)
        {
            missing.Add("source-gone");
        }

        missing.AddRange(sight.Seen.Leftovers.Select(left => $"no-leftover:{left.Class}:{left.Uuid}"));
        if (sight.TaskRuns)
        {
            missing.Add("task-ended");
        }

        if (sight.Seen.Target is not { } vm)
        {
            return [.. missing, "present-at-target"];
        }

        missing.AddRange(OfPower(record, vm));
        missing.AddRange(record.Before is { } before ? OfDisks(record, before, vm).Concat(OfInterfaces(record, before, vm)) : ["state-before-known"]);
        return missing;
    }

    private static IEnumerable<string> OfPower(MoveRecord record, VmFacts vm)
    {
        if (vm.ImportInProgress || vm.CurrentOperations.Count > 0)
        {
            yield return "at-rest";
        }

        var order = record.Runbook.Order;
        if (order.Method == MoveMethod.Live)
        {
            if (vm.PowerState != PowerState.Running)
            {
                yield return "running";
            }
            else if (vm.ResidentOn != order.TargetHost)
            {
                yield return "on-planned-host";
            }
        }
        else if (vm.PowerState != record.Before?.PowerState)
        {
            yield return "power-state-kept";
        }
    }

    private static IEnumerable<string> OfDisks(MoveRecord record, VmFacts before, VmFacts after)
    {
        var expected = before.Disks.Where(disk => disk.UserDevice.Length > 0).ToList();
        var arrived = after.Disks.Where(disk => disk.UserDevice.Length > 0).GroupBy(disk => disk.UserDevice).ToDictionary(group => group.Key, group => group.First());
        if (arrived.Count != expected.Count)
        {
            yield return "disk-count";
        }

        foreach (var disk in expected)
        {
            if (!arrived.TryGetValue(disk.UserDevice, out var copy))
            {
                yield return $"disk-present:{disk.UserDevice}";
                continue;
            }

            if (copy.VirtualSize != disk.VirtualSize)
            {
                yield return $"disk-size:{disk.UserDevice}";
            }

            if (!record.Runbook.Order.Disks.TryGetValue(disk.Id, out var planned) || copy.Sr != planned)
            {
                yield return $"disk-on-planned-sr:{disk.UserDevice}";
            }
        }
    }

    private static IEnumerable<string> OfInterfaces(MoveRecord record, VmFacts before, VmFacts after)
    {
        var arrived = after.Vifs.GroupBy(vif => vif.Device).ToDictionary(group => group.Key, group => group.First());
        if (after.Vifs.Count != before.Vifs.Count)
        {
            yield return "interface-count";
        }

        foreach (var vif in before.Vifs)
        {
            if (!arrived.TryGetValue(vif.Device, out var moved))
            {
                yield return $"interface-present:{vif.Device}";
                continue;
            }

            if (!string.Equals(moved.Mac, vif.Mac, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"interface-mac:{vif.Device}";
            }

            if (!record.Runbook.Order.Vifs.TryGetValue(vif.Id, out var planned) || moved.Network != planned)
            {
                yield return $"interface-on-planned-network:{vif.Device}";
            }
        }
    }
}
