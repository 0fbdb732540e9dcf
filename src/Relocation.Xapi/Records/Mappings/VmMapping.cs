using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A VM record of any kind: machine, template, snapshot or control domain.</summary>
internal static class VmMapping
{
    private const string CustomFieldPrefix = "XenCenter.CustomFields.";

    public static Vm Map(XapiRecord record, PoolId pool, RecordJoins joins)
    {
        var free = record.Map("other_config");
        var lastBoot = record.Map("last_boot_CPU_flags");
        var vm = new Vm
        {
            Pool = pool,
            Id = VmId.Of(record.Uuid),
            Name = record.Text("name_label"),
            Description = record.Text("name_description"),
            Kind = KindOf(record, free),
            PowerState = record.Choice("power_state", PowerState.Unknown),
            VcpusMax = record.Count("VCPUs_max"),
            VcpusAtStartup = record.Count("VCPUs_at_startup"),
            MemoryStaticMax = record.Size("memory_static_max"),
            MemoryStaticMin = record.Size("memory_static_min"),
            MemoryDynamicMax = record.Size("memory_dynamic_max"),
            MemoryDynamicMin = record.Size("memory_dynamic_min"),
            MemoryOverhead = record.Size("memory_overhead"),
            DomainType = record.Text("domain_type"),
            HvmBootPolicy = record.Text("HVM_boot_policy"),
            HvmBootParameters = record.Map("HVM_boot_params"),
            Platform = record.Map("platform"),
            HardwarePlatformVersion = record.Count("hardware_platform_version"),
            LastBootCpuVendor = lastBoot.GetValueOrDefault("vendor") ?? "",
            LastBootCpuFeatures = lastBoot.GetValueOrDefault("features") ?? "",
            HaRestartPriority = record.Text("ha_restart_priority"),
            HaAlwaysRun = record.Flag("ha_always_run"),
            StartOrder = record.Number("order"),
            StartDelay = record.Number("start_delay"),
            ShutdownDelay = record.Number("shutdown_delay"),
            BlockedOperations = record.Map("blocked_operations"),
            CurrentOperations = record.Values("current_operations"),
            AllowedOperations = record.Set("allowed_operations"),
            CustomFields = free.Below(CustomFieldPrefix),
            Folder = free.GetValueOrDefault("folder") ?? "",
            Version = record.Number("version"),
            GenerationId = record.Text("generation_id"),
            Tags = record.Set("tags"),
            OtherConfig = free,
        };
        return VmRelations.Complete(vm, record, joins);
    }

    /// <summary>
    /// A snapshot is also marked as a template, and so is what came with the product: by other_config up to 7.1, by a field since
    /// (ocaml/xapi/xapi_vm_migrate.ml and create_templates.ml). A machine keeps that field when it was made from such a template.
    /// </summary>
    private static VmKind KindOf(XapiRecord record, IReadOnlyDictionary<string, string> free)
    {
        if (record.Flag("is_control_domain"))
        {
            return VmKind.ControlDomain;
        }

        if (record.Flag("is_a_snapshot"))
        {
            return VmKind.Snapshot;
        }

        if (!record.Flag("is_a_template"))
        {
            return VmKind.VirtualMachine;
        }

        return record.Flag("is_default_template") || free.GetValueOrDefault("default_template") == "true" ? VmKind.DefaultTemplate : VmKind.Template;
    }
}
