namespace Relocation.Xapi.Tests.Databases;

/// <summary>A small pool with one of nearly everything, in the shape of a modern database.</summary>
internal static class SampleDump
{
    public static Dump Create() => Devices(Machines(Storage(Networks(Dump.OfPool()))));

    private static Dump Networks(Dump dump) => dump
        .Row("host_metrics", "hm", ("memory__total", "17179869184"), ("memory__free", "4294967296"), ("live", "true"))
        .Row("host", "host2", ("name__label", "host-2"), ("metrics", Dump.Ref("hm")), ("cpu_info", "(('cpu_count'%.'16')%.('vendor'%.'GenuineIntel'))"))
        .Row("network", "net", ("name__label", "business%.lan"), ("bridge", "xenbr0"), ("MTU", "9000"))
        .Row("PIF", "pif0", ("host", Dump.Ref("host")), ("network", Dump.Ref("net")), ("device", "eth0"), ("VLAN", "-1"), ("metrics", Dump.Ref("pm")), ("bond_slave_of", Dump.Ref("bond")))
        .Row("PIF", "pif1", ("host", Dump.Ref("host")), ("device", "bond0"), ("bond_master_of", $"('{Dump.Ref("bond")}')"))
        .Row("PIF_metrics", "pm", ("carrier", "true"), ("speed", "10000"), ("vendor_name", "Acme"))
        .Row("Bond", "bond", ("master", Dump.Ref("pif1")), ("slaves", $"('{Dump.Ref("pif0")}')"), ("mode", "lacp"))
        .Row("VLAN", "vlan", ("tag", "42"), ("tagged_PIF", Dump.Ref("pif1")), ("untagged_PIF", Dump.Ref("NULL")));

    private static Dump Storage(Dump dump) => dump
        .Row("SM", "sm", ("type", "nfs"), ("features", "(('VDI_MIRROR'%.'1')%.('VDI_SNAPSHOT'%.'1'))"))
        .Row("SR", "sr", ("name__label", "shared%.nfs"), ("type", "nfs"), ("shared", "true"), ("physical_size", "1099511627776"), ("physical_utilisation", "-1"))
        .Row("PBD", "pbd", ("host", Dump.Ref("host")), ("SR", Dump.Ref("sr")), ("currently_attached", "true"),
            ("device_config", "(('server'%.'10.0.0.9')%.('chappassword'%.'hidden-chap')%.('serverpath'%.'/exports/it\\'s'))"))
        .Row("VDI", "disk", ("name__label", "web%.0"), ("SR", Dump.Ref("sr")), ("virtual_size", "10737418240"), ("managed", "true"))
        .Row("VDI", "snap", ("SR", Dump.Ref("sr")), ("is_a_snapshot", "true"), ("snapshot_of", Dump.Ref("disk")), ("snapshot_time", "20240102T03:04:05Z"));

    private static Dump Machines(Dump dump) => dump
        .Row("VM_appliance", "app", ("name__label", "forecast"))
        .Row("VM_metrics", "vmm", ("memory__actual", "2147483648"))
        .Row("VM_guest_metrics", "vgm", ("PV_drivers_version", "(('major'%.'7')%.('minor'%.'20'))"), ("PV_drivers_up_to_date", "true"), ("other", "(('feature-suspend'%.'1'))"))
        .Row("VM", "dom0", ("name__label", "Control%.domain"), ("is_control_domain", "true"), ("power_state", "Running"), ("resident_on", Dump.Ref("host")))
        .Row("VM", "web", ("name__label", "web"), ("power_state", "Running"), ("resident_on", Dump.Ref("host")), ("memory__static_max", "4294967296"), ("memory__dynamic_min", "2147483648"),
            ("VCPUs__max", "4"), ("metrics", Dump.Ref("vmm")), ("guest_metrics", Dump.Ref("vgm")), ("appliance", Dump.Ref("app")), ("tags", "('prod'%.'b')"), ("attached_PCIs", $"('{Dump.Ref("pci")}')"),
            ("blocked_operations", "(('migrate_send'%.'frozen'))"), ("other_config", "(('folder'%.'/prod')%.('XenCenter.CustomFields.owner'%.'ops')%.('token'%.'hidden'))"))
        .Row("VM", "before", ("name__label", "before%.update"), ("is_a_template", "true"), ("is_a_snapshot", "true"), ("snapshot_of", Dump.Ref("web")), ("snapshot_time", "20240102T03:04:05Z"))
        .Row("VM", "debian", ("name__label", "Debian"), ("is_a_template", "true"), ("is_default_template", "true"), ("parent", "Ref:1"))
        .Row("VBD", "vbd", ("VM", Dump.Ref("web")), ("VDI", Dump.Ref("disk")), ("userdevice", "0"), ("type", "Disk"), ("mode", "RW"), ("bootable", "true"))
        .Row("VIF", "vif", ("VM", Dump.Ref("web")), ("network", Dump.Ref("net")), ("device", "0"), ("MAC", "aa:bb:cc:00:00:01"), ("locking_mode", "network_default"));

    private static Dump Devices(Dump dump) => dump
        .Row("PCI", "pci", ("host", Dump.Ref("host")), ("pci_id", "0000:03:00.0"), ("class_name", "VGA"))
        .Row("GPU_group", "gg", ("name__label", "GPUs"))
        .Row("PGPU", "pgpu", ("host", Dump.Ref("host")), ("PCI", Dump.Ref("pci")), ("GPU_group", Dump.Ref("gg")))
        .Row("VGPU_type", "vt", ("model_name", "GRID K100"))
        .Row("VGPU", "vgpu", ("VM", Dump.Ref("web")), ("GPU_group", Dump.Ref("gg")), ("type", Dump.Ref("vt")), ("resident_on", Dump.Ref("pgpu")))
        .Row("PUSB", "pusb", ("host", Dump.Ref("host")), ("path", "1-2"), ("vendor_desc", "Dongle"))
        .Row("VUSB", "vusb", ("VM", Dump.Ref("web")))
        .Row("VTPM", "vtpm", ("VM", Dump.Ref("web")))
        .Row("secret", "secret", ("value", "hidden-secret"))
        .Row("console", "console", ("VM", Dump.Ref("web")), ("port", "-1"));
}
