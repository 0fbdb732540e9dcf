using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations;

/// <summary>What happens to a VM's records when it starts, stops or goes.</summary>
internal static class VmRecords
{
    /// <summary>Removes a VM's records with those of its devices; its disks stay, as VM.destroy leaves them.</summary>
    public static void Destroy(PoolDatabase database, XapiObject vm, bool keepInterfaces = false) =>
        database.Atomically(() =>
        {
            foreach (var (@class, field) in ((string, string)[])[("VBD", "VBDs"), ("VIF", "VIFs"), ("console", "consoles"), ("VGPU", "VGPUs"), ("VUSB", "VUSBs")])
            {
                foreach (var row in VmParts.Rows(database, @class, vm.Texts(field)).Where(_ => @class != "VIF" || !keepInterfaces))
                {
                    database.Destroy(row);
                }
            }
            foreach (var (@class, field) in ((string, string)[])[("VM_metrics", "metrics"), ("VM_guest_metrics", "guest_metrics")])
            {
                if (database.Find(@class, vm.Text(field)) is { } row)
                {
                    database.Destroy(row);
                }
            }
            foreach (var snapshot in VmParts.Snapshots(database, vm).ToList())
            {
                database.Set(snapshot, "snapshot_of", XapiValue.Null);
            }
            database.Destroy(vm);
        });

    /// <summary>Shows a VM as running on a host.</summary>
    /// <param name="database">The pool.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="host">The host.</param>
    /// <param name="now">The instant.</param>
    /// <param name="isPaused">Whether it stands still at once.</param>
    /// <param name="domain">Its domain's number; the next one when null.</param>
    public static void Run(PoolDatabase database, XapiObject vm, XapiObject host, DateTimeOffset now, bool isPaused = false, long? domain = null) =>
        database.Atomically(() =>
        {
            database.Set(vm, "power_state", isPaused ? "Paused" : "Running");
            database.Set(vm, "resident_on", host.Ref);
            database.Set(vm, "scheduled_to_be_resident_on", XapiValue.Null);
            database.Set(vm, "domid", domain ?? (1 + database.All("VM").Max(other => other.Number("domid"))));
            database.Set(vm, "memory_target", vm.Number("memory_dynamic_max"));
            database.Create("console", Of(("VM", vm.Ref), ("protocol", "rfb"), ("location", $"https://{host.Text("address")}/console?uuid={vm.Uuid}")));
            SetDevices(database, vm, isAttached: true);
            if (database.Find("VM_metrics", vm.Text("metrics")) is { } metrics)
            {
                database.Set(metrics, "memory_actual", vm.Number("memory_dynamic_max"));
                database.Set(metrics, "last_updated", now);
            }
        });

    /// <summary>Shows a VM as standing still.</summary>
    public static void Stop(PoolDatabase database, XapiObject vm, string state = "Halted") =>
        database.Atomically(() =>
        {
            database.Set(vm, "power_state", state);
            database.Set(vm, "resident_on", XapiValue.Null);
            database.Set(vm, "scheduled_to_be_resident_on", XapiValue.Null);
            database.Set(vm, "domid", -1L);
            database.Set(vm, "memory_target", 0L);
            foreach (var console in VmParts.Rows(database, "console", vm.Texts("consoles")))
            {
                database.Destroy(console);
            }
            SetDevices(database, vm, isAttached: false);
            if (database.Find("VM_metrics", vm.Text("metrics")) is { } metrics)
            {
                database.Set(metrics, "memory_actual", 0L);
            }
        });

    /// <summary>A fresh locally administered MAC address.</summary>
    public static string Mac(IdentifierSource identifiers)
    {
        var digits = identifiers.Uuid().Replace("-", "", StringComparison.Ordinal);
        return $"{digits[0]}6:{digits[2..4]}:{digits[4..6]}:{digits[6..8]}:{digits[8..10]}:{digits[10..12]}";
    }

    /// <summary>Fields by name.</summary>
    public static Dictionary<string, XapiValue> Of(params (string Name, XapiValue Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static void SetDevices(PoolDatabase database, XapiObject vm, bool isAttached)
    {
        foreach (var vbd in VmParts.Rows(database, "VBD", vm.Texts("VBDs")))
        {
            database.Set(vbd, "currently_attached", isAttached && !vbd.Bool("empty"));
            database.Set(vbd, "device", isAttached && int.TryParse(vbd.Text("userdevice"), out var position) && position is >= 0 and < 26 ? $"xvd{(char)('a' + position)}" : "");
        }
        foreach (var vif in VmParts.Vifs(database, vm))
        {
            database.Set(vif, "currently_attached", isAttached);
        }
    }
}
