using System.Collections.Frozen;

namespace Relocation.Xapi.Records;

/// <summary>The classes the inventory is made of, in the order in which their objects are handed out.</summary>
public static class XapiClasses
{
    private static readonly (string Name, string Fields)[] Declared =
    [
        ("pool", """
            name_label name_description master default_SR suspend_image_SR crash_dump_SR ha_enabled ha_configuration ha_statefiles
            ha_host_failures_to_tolerate ha_plan_exists_for ha_allow_overcommit ha_overcommitted restrictions cpu_info gui_config
            migration_compression tls_verification_enabled tags other_config
            """),
        ("host", """
            name_label name_description hostname address enabled metrics memory_overhead cpu_info software_version edition license_params
            virtual_hardware_platform_versions capabilities iscsi_iqn multipathing suspend_image_sr tags other_config
            """),
        ("SR", "name_label name_description type content_type shared physical_size physical_utilisation virtual_allocation sm_config tags other_config"),
        ("network", "name_label name_description bridge MTU default_locking_mode tags other_config"),
        ("PIF", """
            host network device MAC MTU VLAN physical management currently_attached ip_configuration_mode IP netmask gateway DNS bond_slave_of
            metrics disallow_unplug other_config
            """),
        ("Bond", "master mode properties primary_slave other_config"),
        ("VLAN", "tag tagged_PIF untagged_PIF other_config"),
        ("PBD", "host SR currently_attached device_config other_config"),
        ("VM_appliance", "name_label name_description"),
        ("VDI", """
            name_label name_description SR virtual_size physical_utilisation type is_a_snapshot snapshot_of snapshot_time sharable read_only
            managed missing on_boot allow_caching cbt_enabled parent location sm_config tags other_config
            """),
        ("VM", """
            name_label name_description is_control_domain is_a_snapshot is_a_template is_default_template power_state resident_on affinity
            VCPUs_max VCPUs_at_startup memory_static_max memory_static_min memory_dynamic_max memory_dynamic_min memory_overhead domain_type
            HVM_boot_policy HVM_boot_params platform hardware_platform_version last_boot_CPU_flags ha_restart_priority ha_always_run order
            start_delay shutdown_delay appliance snapshot_of snapshot_time parent suspend_VDI suspend_SR blocked_operations
            current_operations allowed_operations attached_PCIs metrics guest_metrics version generation_id tags other_config
            """),
        ("VBD", "VM VDI device userdevice type mode bootable empty currently_attached other_config"),
        ("VIF", "VM network device MAC MTU locking_mode ipv4_allowed ipv6_allowed currently_attached other_config"),
        ("PCI", "host pci_id class_name vendor_name device_name other_config"),
        ("PGPU", "host PCI GPU_group other_config"),
        ("VGPU", "VM GPU_group type resident_on other_config"),
        ("PUSB", "host path vendor_desc product_desc passthrough_enabled other_config"),
        ("host_metrics", "memory_total memory_free live"),
        ("host_cpu", "host vendor modelname speed"),
        ("SM", "type features capabilities"),
        ("PIF_metrics", "carrier speed vendor_name"),
        ("VM_metrics", "memory_actual nomigrate nested_virt"),
        ("VM_guest_metrics", "os_version PV_drivers_version PV_drivers_up_to_date PV_drivers_detected networks other live"),
        ("GPU_group", ""),
        ("VGPU_type", "model_name"),
        ("VUSB", "VM"),
        ("VTPM", "VM"),
    ];

    private static readonly string[] Separators = [" ", "\r", "\n"];

    /// <summary>All classes read: first those that become inventory objects, then those that only complete them.</summary>
    public static IReadOnlyList<XapiClass> All { get; } =
        [.. Declared.Select((entry, index) => new XapiClass(index, entry.Name, string.Join(' ', entry.Fields.Split(Separators, StringSplitOptions.RemoveEmptyEntries))))];

    /// <summary>Classes whose records become inventory objects.</summary>
    public static IReadOnlyList<XapiClass> Mapped { get; } = [.. All.TakeWhile(type => type.Name != "host_metrics")];

    private static readonly FrozenDictionary<string, XapiClass> ByName = All.ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of that name, or null when the inventory reads none of it. Events spell classes in lower case: case is ignored.</summary>
    public static XapiClass? Find(string name) => ByName.GetValueOrDefault(name);
}
