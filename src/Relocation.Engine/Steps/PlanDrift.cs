using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Core.Runbooks;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Engine.Steps;

/// <summary>What has changed between the frozen runbook and the pools.</summary>
internal static class PlanDrift
{
    /// <summary>The first reason not to move, or null. Retry is sensible only where the runbook still fits.</summary>
    public static MoveFailure? Find(Runbook runbook, MoveSight sight) =>
        sight.Place switch
        {
            VmPlace.TargetOnly => Failure(FailureCodes.VmAlreadyAtTarget, true, sight),
            VmPlace.Both => Failure(FailureCodes.VmInBothPools, true, sight),
            VmPlace.Neither => Failure(FailureCodes.VmNotAtSource, true, sight),
            _ => FindAtSource(runbook, sight, sight.Seen.Source!),
        };

    private static MoveFailure? FindAtSource(Runbook runbook, MoveSight sight, VmFacts vm)
    {
        if (runbook.Order.Method == MoveMethod.Warm)
        {
            return Failure(FailureCodes.MethodNotSupported, false, sight, runbook.Order.Method.ToString());
        }

        if (sight.Busy || sight.TaskRuns)
        {
            return Failure(FailureCodes.VmBusy, true, sight, [.. vm.CurrentOperations]);
        }

        var live = runbook.Order.Method == MoveMethod.Live;
        if (live ? vm.PowerState != PowerState.Running : vm.PowerState is not (PowerState.Halted or PowerState.Suspended))
        {
            return Failure(FailureCodes.PowerStateChanged, true, sight, (live ? PowerState.Running : PowerState.Halted).ToString(), vm.PowerState.ToString());
        }

        return FindInDevices(runbook, sight, vm);
    }

    private static MoveFailure? FindInDevices(Runbook runbook, MoveSight sight, VmFacts vm)
    {
        var planned = runbook.Disks.Where(disk => disk.UserDevice.Length > 0).ToDictionary(disk => disk.Vdi, disk => disk.VirtualSize);
        var present = vm.Disks.Where(disk => disk.UserDevice.Length > 0).ToDictionary(disk => disk.Id, disk => disk.VirtualSize);
        var changed = planned.Keys.Except(present.Keys).Concat(present.Keys.Except(planned.Keys)).Select(id => id.Uuid).Order(StringComparer.Ordinal).ToArray();
        if (changed.Length > 0)
        {
            return Failure(FailureCodes.DisksChanged, false, sight, changed);
        }

        var resized = planned.Where(disk => present[disk.Key] != disk.Value).Select(disk => disk.Key.Uuid).Order(StringComparer.Ordinal).ToArray();
        if (resized.Length > 0)
        {
            return Failure(FailureCodes.DisksResized, false, sight, resized);
        }

        // The order maps snapshots' interfaces too, so that one that has gone cannot be told here; it does no harm.
        var added = vm.Vifs.Where(vif => !runbook.Order.Vifs.ContainsKey(vif.Id)).Select(vif => vif.Id.Uuid).Order(StringComparer.Ordinal).ToArray();
        return added.Length > 0 ? Failure(FailureCodes.InterfacesChanged, false, sight, added) : null;
    }

    private static MoveFailure Failure(string code, bool mayRetry, MoveSight sight, params string[] parameters) => new(code, parameters, mayRetry, sight.Seen.Leftovers);
}
