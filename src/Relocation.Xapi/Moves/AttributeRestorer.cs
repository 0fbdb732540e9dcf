using Relocation.Core.Hypervisors;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>Puts back what XAPI drops when a VM crosses pools (import.ml). Each thing is looked at first, written only if it differs, and its refusal noted while the rest goes on.</summary>
internal sealed class AttributeRestorer(PoolLink source, PoolLink target)
{
    private readonly List<string> refusals = [];

    /// <summary>The refusals, each as `what: error`; empty when all is as it was.</summary>
    public async Task<IReadOnlyList<string>> RestoreAsync(MoveOrder order, MovedAttributes wanted, CancellationToken cancellationToken)
    {
        var vm = await VmReader.ReadAsync(target, order.Vm, cancellationToken);
        if (vm is not null)
        {
            await RestoreAsync(vm, wanted, cancellationToken);
            await UnmarkAsync(target, vm, cancellationToken);
        }

        if (source.Pool != target.Pool && await VmReader.ReadAsync(source, order.Vm, cancellationToken) is { } stayed)
        {
            await UnmarkAsync(source, stayed, cancellationToken);
        }

        return refusals;
    }

    private async Task RestoreAsync(VmReading vm, MovedAttributes wanted, CancellationToken cancellationToken)
    {
        var now = vm.Facts.Attributes;
        await TryAsync("affinity", wanted.Affinity != now.Affinity, () => AffinityAsync(vm, wanted, cancellationToken));
        await TryAsync("appliance", wanted.Appliance.Length > 0 && wanted.Appliance != now.Appliance, () => ApplianceAsync(vm, wanted.Appliance, cancellationToken));
        await TryAsync("ha_restart_priority", wanted.HaRestartPriority != now.HaRestartPriority,
            () => target.WriteAsync("VM.set_ha_restart_priority", [vm.Reference, wanted.HaRestartPriority], cancellationToken));
        foreach (var (position, mode) in wanted.LockingModes)
        {
            await TryAsync($"VIF {position} locking_mode", now.LockingModes.TryGetValue(position, out var present) && present != mode && mode.Length > 0,
                () => LockAsync(vm, position, mode, cancellationToken));
        }

        foreach (var position in wanted.ChangedBlockTracking.Except(now.ChangedBlockTracking))
        {
            await TryAsync($"VBD {position} changed block tracking", true, () => TrackAsync(vm, position, cancellationToken));
        }

        // Last, since a blocked operation might be one of the above.
        await TryAsync("blocked_operations", !Same(wanted.BlockedOperations, now.BlockedOperations),
            () => target.WriteAsync("VM.set_blocked_operations", [vm.Reference, wanted.BlockedOperations], cancellationToken));
    }

    private async Task AffinityAsync(VmReading vm, MovedAttributes wanted, CancellationToken cancellationToken)
    {
        // A host of the old pool means nothing in the new one.
        if (wanted.Affinity is { } host && await target.FindRefAsync("host", host.Uuid, cancellationToken) is { } reference)
        {
            await target.WriteAsync("VM.set_affinity", [vm.Reference, reference], cancellationToken);
        }
    }

    /// <summary>The first VM of a vApp to arrive makes the vApp anew; those after it find it by name.</summary>
    private async Task ApplianceAsync(VmReading vm, string name, CancellationToken cancellationToken)
    {
        await target.Appliances.WaitAsync(cancellationToken);
        try
        {
            if (await ApplianceAsync(name, cancellationToken) is null)
            {
                await target.WriteAsync("VM_appliance.create", [new Dictionary<string, string> { ["name_label"] = name, ["name_description"] = "" }], cancellationToken);
            }
        }
        finally
        {
            target.Appliances.Release();
        }

        var reference = await ApplianceAsync(name, cancellationToken) ?? throw new XapiFailureException("VM.set_appliance", new XapiFailure("APPLIANCE_MISSING", [name]));
        await target.WriteAsync("VM.set_appliance", [vm.Reference, reference], cancellationToken);
    }

    private async Task<string?> ApplianceAsync(string name, CancellationToken cancellationToken)
    {
        var found = await target.ReadAsync("VM_appliance.get_by_name_label", [name], cancellationToken);
        return found.GetArrayLength() > 0 ? found[0].GetString() : null;
    }

    private async Task LockAsync(VmReading vm, string position, string mode, CancellationToken cancellationToken)
    {
        var vif = vm.Facts.Vifs.First(vif => vif.Device == position);
        await target.WriteAsync("VIF.set_locking_mode", [await target.RefAsync("VIF", vif.Id.Uuid, cancellationToken), mode], cancellationToken);
    }

    private async Task TrackAsync(VmReading vm, string position, CancellationToken cancellationToken)
    {
        var disk = vm.Facts.Disks.FirstOrDefault(disk => disk.UserDevice == position) ?? throw new XapiFailureException("VDI.enable_cbt", new XapiFailure("DISK_MISSING", [position]));
        await target.WriteAsync("VDI.enable_cbt", [await target.RefAsync("VDI", disk.Id.Uuid, cancellationToken)], cancellationToken);
    }

    private Task UnmarkAsync(PoolLink pool, VmReading vm, CancellationToken cancellationToken) => TryAsync("mark", vm.Facts.MarkedFor is not null,
        () => pool.WriteAsync("VM.remove_from_other_config", [vm.Reference, MoveMarks.Move], cancellationToken));

    private async Task TryAsync(string what, bool needed, Func<Task> write)
    {
        try
        {
            await (needed ? write() : Task.CompletedTask);
        }
        catch (XapiFailureException refusal)
        {
            var error = await PoolFailures.TranslateAsync(refusal.Failure, [target, source], CancellationToken.None);
            refusals.Add($"{what}: {error}");
        }
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
