using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Checks;

/// <summary>
/// Whether a VM may undergo an operation now, in the order of ocaml/xapi/xapi_vm_lifecycle.ml, check_operation_error: blocked, power state, other
/// operations, template, snapshot, immobile, control domain, guest, on-boot mode, PCI, vGPU, USB.
/// </summary>
internal static class VmLifecycle
{
    private static readonly string[] Moves = ["migrate_send", "pool_migrate", "suspend", "checkpoint"];
    private static readonly string[] ControlDomainOperations = ["metadata_export", "changing_static_range", "changing_dynamic_range", "destroy", "start", "start_on"];
    private static readonly string[] DuringMigration = ["clean_shutdown", "clean_reboot", "hard_shutdown", "hard_reboot"];

    /// <summary>Fails unless the VM may undergo the operation.</summary>
    /// <param name="database">Its pool.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="operation">The word of vm_operations.</param>
    /// <param name="strict">False where force lets immobile and driverless guests pass.</param>
    public static void Assert(PoolDatabase database, XapiObject vm, string operation, bool strict = true)
    {
        if (Refusal(database, vm, operation, strict) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why the VM may not undergo the operation; null when it may.</summary>
    public static XapiException? Refusal(PoolDatabase database, XapiObject vm, string operation, bool strict = true)
    {
        if (vm.Map("blocked_operations").FindText(operation) is { } reason)
        {
            return new XapiException("OPERATION_BLOCKED", vm.Ref, reason);
        }
        return State(vm, operation) ?? Concurrency(vm, operation) ?? Kind(vm, operation) ?? Mobility(database, vm, operation, strict)
            ?? Guest(database, vm, operation, strict) ?? Hardware(database, vm, operation);
    }

    private static XapiException? State(XapiObject vm, string operation)
    {
        var actual = vm.Text("power_state");
        var states = VmOperationRule.Find(operation)?.States ?? ["Halted", "Paused", "Suspended", "Running"];
        if (states.Contains(actual) || IsRunningControlDomain(vm, operation) || IsCopyOfCheckpoint(vm, operation))
        {
            return null;
        }
        var expected = string.Join(", ", states.Select(state => state.ToLowerInvariant()));
        return new XapiException("VM_BAD_POWER_STATE", vm.Ref, expected, actual.ToLowerInvariant());
    }

    private static bool IsRunningControlDomain(XapiObject vm, string operation) => vm.Bool("is_control_domain") && operation == "changing_static_range";

    private static bool IsCopyOfCheckpoint(XapiObject vm, string operation) =>
        vm.Bool("is_a_snapshot") && vm.Text("power_state") == "Suspended" && operation is ("copy" or "clone");

    private static XapiException? Concurrency(XapiObject vm, string operation)
    {
        var current = vm.Map("current_operations").Entries;
        if (current.Count == 0 || operation == "metadata_export")
        {
            return null;
        }
        var (task, value) = (current[0].Key, ((XapiText)current[0].Value).Text);
        return current.All(entry => entry.Value is XapiText { Text: "migrate_send" or "pool_migrate" }) && DuringMigration.Contains(operation)
            ? null
            : new XapiException("OTHER_OPERATION_IN_PROGRESS", "VM", vm.Ref, value, task);
    }

    private static XapiException? Kind(XapiObject vm, string operation)
    {
        var rule = VmOperationRule.Find(operation);
        if (vm.Bool("is_a_snapshot"))
        {
            return rule is null or { Snapshots: true } ? null : new XapiException("VM_IS_SNAPSHOT", vm.Ref, operation);
        }
        if (vm.Bool("is_a_template"))
        {
            var isAllowed = rule is null || (IsDefaultTemplate(vm) ? rule.DefaultTemplates : rule.Templates);
            return isAllowed ? null : new XapiException("VM_IS_TEMPLATE", vm.Ref, operation);
        }
        return operation switch
        {
            "provision" => new XapiException("ONLY_PROVISION_TEMPLATE"),
            "revert" => new XapiException("ONLY_REVERT_SNAPSHOT"),
            _ => null,
        };
    }

    /// <summary>Whether a template came with the product.</summary>
    public static bool IsDefaultTemplate(XapiObject vm) =>
        vm.Bool("is_a_template") && (vm.Bool("is_default_template") || vm.Map("other_config").FindText("default_template") == "true");

    private static XapiException? Mobility(PoolDatabase database, XapiObject vm, string operation, bool strict)
    {
        if (strict && Moves.Contains(operation) && IsImmobile(database, vm))
        {
            return new XapiException("VM_IS_IMMOBILE", vm.Ref);
        }
        return vm.Bool("is_control_domain") && !ControlDomainOperations.Contains(operation)
            ? new XapiException("OPERATION_NOT_ALLOWED", "This operation is not allowed on a control domain")
            : null;
    }

    private static bool IsImmobile(PoolDatabase database, XapiObject vm) =>
        database.Find("VM_metrics", vm.Text("metrics")) is { } metrics
            ? metrics.Bool("nomigrate") || metrics.Bool("nested_virt")
            : vm.Map("platform").FindText("nomigrate") == "true" || vm.Map("platform").FindText("nested-virt") == "true";

    private static XapiException? Guest(PoolDatabase database, XapiObject vm, string operation, bool strict)
    {
        if (vm.Text("power_state") != "Running" || VmOperationRule.Find(operation)?.Feature is not { Length: > 0 } feature)
        {
            return null;
        }
        var metrics = database.Find("VM_guest_metrics", vm.Text("guest_metrics"));
        if (feature == "feature-suspend" && metrics?.Map("other").FindText("data-cant-suspend-reason") is { } veto)
        {
            return new XapiException("VM_NON_SUSPENDABLE", vm.Ref, veto);
        }
        if (!IsHvm(vm) || (!strict && Moves.Contains(operation)) || metrics?.Map("other").FindText(feature) == "1")
        {
            return null;
        }
        // Tools older than the feature keys tell only that they are there.
        var hasDrivers = metrics is not null && (metrics.Bool("PV_drivers_detected") || metrics.Map("PV_drivers_version").Entries.Count > 0);
        var tellsFeatures = metrics is not null && metrics.Map("other").Entries.Any(entry => entry.Key.StartsWith("feature-", StringComparison.Ordinal));
        return hasDrivers && !tellsFeatures ? null : new XapiException("VM_LACKS_FEATURE", vm.Ref);
    }

    /// <summary>Whether a guest runs fully virtualised.</summary>
    public static bool IsHvm(XapiObject vm) =>
        vm.Text("domain_type") switch
        {
            "hvm" => true,
            "pv" or "pv_in_pvh" or "pvh" => false,
            _ => vm.Text("HVM_boot_policy").Length > 0,
        };

    private static XapiException? Hardware(PoolDatabase database, XapiObject vm, string operation)
    {
        if (!Moves.Contains(operation))
        {
            return null;
        }
        if (operation == "pool_migrate" && VmParts.Disks(database, vm).Any(disk => disk.Map("sm_config").FindText("on_boot") == "reset"))
        {
            return new XapiException("VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION");
        }
        if (vm.Texts("attached_PCIs").Count > 0)
        {
            return new XapiException("VM_HAS_PCI_ATTACHED", vm.Ref);
        }
        if (vm.Text("power_state") != "Halted" && vm.Texts("VGPUs").Count > 0)
        {
            return new XapiException("VM_HAS_VGPU", vm.Ref);
        }
        return vm.Texts("VUSBs").Count > 0 ? new XapiException("VM_HAS_VUSBS", vm.Ref) : null;
    }
}
