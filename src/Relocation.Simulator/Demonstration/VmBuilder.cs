using System.Globalization;
using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Operations;
using Relocation.Simulator.Operations.Moves;
using Relocation.Simulator.Operations.Power;
using Relocation.Simulator.Operations.Storage;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Demonstration;

/// <summary>Puts VMs into a pool being built.</summary>
public sealed class VmBuilder(PoolBuilder pool, Generation generation)
{
    private const double Gibibyte = 1L << 30;

    private readonly PoolDatabase database = pool.Database;
    private long domains;

    /// <summary>Makes a VM with its devices, and lets it run where the blueprint says so.</summary>
    public XapiObject Add(VmBlueprint plan)
    {
        var memory = (long)(plan.MemoryGibibytes * Gibibyte);
        var vm = database.Create("VM", Facts(plan, memory));
        database.Set(vm, "memory_overhead", HostMemory.Overhead(vm));
        for (var position = 0; position < plan.Disks.Count; position++)
        {
            AddDisk(vm, plan, position);
        }
        database.Create("VBD", VmRecords.Of(("VM", vm.Ref), ("type", "CD"), ("mode", "RO"), ("userdevice", "9"), ("empty", true), ("unpluggable", true)));
        AddInterface(vm, plan.Network, 0);
        if (plan.SecondNetwork.Length > 0)
        {
            AddInterface(vm, plan.SecondNetwork, 1);
        }
        for (var index = 0; index < plan.Snapshots.Count; index++)
        {
            AddSnapshot(vm, plan.Snapshots[index], pool.Now - TimeSpan.FromDays((plan.Snapshots.Count - index) * 9));
        }
        if (plan.Host.Length > 0)
        {
            Run(vm, plan);
        }
        return vm;
    }

    private Dictionary<string, XapiValue> Facts(VmBlueprint plan, long memory)
    {
        var other = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mac_seed"] = database.Identifiers.Uuid(),
            ["base_template_name"] = plan.IsWindows ? "Windows Server 2019 (64-bit)" : "CentOS 7",
            ["folder"] = $"/{plan.Application}",
        };
        if (plan.Owner.Length > 0)
        {
            other["XenCenter.CustomFields.Owner"] = plan.Owner;
        }
        if (!plan.HasTools)
        {
            other["simulator-tools"] = "false";
        }
        if (plan.Busy > 1)
        {
            other["simulator-hot-mib"] = Text(plan.MemoryGibibytes * 1024 * 0.25);
            other["simulator-hot-mib-s"] = Text(plan.Vcpus * plan.Busy * 4);
        }
        return VmRecords.Of(
            ("name_label", plan.Name), ("name_description", plan.Description), ("power_state", "Halted"), ("domid", -1L), ("is_a_template", plan.IsTemplate),
            ("memory_static_max", memory), ("memory_dynamic_max", memory), ("memory_dynamic_min", memory), ("memory_static_min", Math.Min(memory, 512L << 20)),
            ("VCPUs_max", (long)plan.Vcpus), ("VCPUs_at_startup", (long)plan.Vcpus), ("HVM_boot_policy", "BIOS order"), ("HVM_shadow_multiplier", 1.0), ("domain_type", "hvm"),
            ("HVM_boot_params", new Dictionary<string, string> { ["order"] = "cdn", ["firmware"] = plan.IsWindows ? "uefi" : "bios" }),
            ("actions_after_shutdown", "destroy"), ("actions_after_reboot", "restart"), ("actions_after_crash", "restart"), ("actions_after_softreboot", "soft_reboot"),
            ("platform", new Dictionary<string, string> { ["acpi"] = "1", ["apic"] = "true", ["pae"] = "true", ["viridian"] = plan.IsWindows ? "true" : "false", ["nx"] = "true", ["device-model"] = "qemu-upstream-compat" }),
            ("tags", plan.Application.Length > 0 ? new[] { $"app:{plan.Application}" } : []), ("other_config", other), ("metrics", database.Create("VM_metrics", []).Ref),
            ("blocked_operations", plan.BlockedBecause.Length == 0 ? XapiMap.Empty : XapiMap.OfTexts(((string[])["migrate_send", "pool_migrate"]).Select(key => KeyValuePair.Create(key, plan.BlockedBecause)))));
    }

    private void AddDisk(XapiObject vm, VmBlueprint plan, int position)
    {
        var disk = plan.Disks[position];
        var sr = pool[disk.Store];
        var size = (long)(disk.Gibibytes * Gibibyte);
        var vdi = StoreSpace.Create(database, sr, VmRecords.Of(
            ("name_label", position == 0 ? $"{plan.Name} system" : $"{plan.Name} data {position}"), ("type", position == 0 ? "system" : "user"), ("virtual_size", size),
            ("physical_utilisation", StoreSpace.IsThick(sr) ? size : (long)(disk.Written * Gibibyte)), ("cbt_enabled", disk.IsTracked), ("on_boot", disk.IsReset ? "reset" : "persist")));
        database.Create("VBD", VmRecords.Of(
            ("VM", vm.Ref), ("VDI", vdi.Ref), ("type", "Disk"), ("mode", "RW"), ("userdevice", position.ToString(CultureInfo.InvariantCulture)), ("bootable", position == 0), ("unpluggable", true)));
    }

    private void AddInterface(XapiObject vm, string network, int device) => database.Create("VIF", VmRecords.Of(
        ("VM", vm.Ref), ("network", pool[network].Ref), ("device", device.ToString(CultureInfo.InvariantCulture)), ("MAC", VmRecords.Mac(database.Identifiers)), ("MAC_autogenerated", true),
        ("MTU", 1500L), ("locking_mode", "network_default")));

    private void AddSnapshot(XapiObject vm, string name, DateTimeOffset at)
    {
        var fields = Fields.Copied(vm);
        fields["name_label"] = name;
        fields["is_a_snapshot"] = true;
        fields["is_a_template"] = true;
        fields["snapshot_of"] = vm.Ref;
        fields["snapshot_time"] = at;
        fields["parent"] = vm["parent"];
        fields["metrics"] = database.Create("VM_metrics", []).Ref;
        var snapshot = database.Create("VM", fields);
        foreach (var (vbd, vdi) in VmParts.DiskDevices(database, vm).ToList())
        {
            var copy = DiskCopies.Of(database, vdi, vdi.Text("SR"), isSnapshot: true, at);
            database.Set(copy, "physical_utilisation", vdi.Number("physical_utilisation") / 6);
            var device = Fields.Copied(vbd);
            device["VM"] = snapshot.Ref;
            device["VDI"] = copy.Ref;
            database.Create("VBD", device);
        }
        foreach (var vif in VmParts.Vifs(database, vm).ToList())
        {
            var device = Fields.Copied(vif);
            device["VM"] = snapshot.Ref;
            device["network"] = vif["network"];
            database.Create("VIF", device);
        }
        database.Set(vm, "parent", snapshot.Ref);
    }

    private void Run(XapiObject vm, VmBlueprint plan)
    {
        var host = pool[plan.Host];
        GuestBoot.Boot(database, vm, host, pool.Now - TimeSpan.FromDays(30 + plan.Vcpus));
        if (plan.NeedsOldCpu)
        {
            database.SetKey(vm, "last_boot_CPU_flags", "features", generation.FeaturesOfItsOwn);
        }
        VmRecords.Run(database, vm, host, pool.Now, domain: ++domains);
        if (database.Find("VM_metrics", vm.Text("metrics")) is { } metrics)
        {
            database.Set(metrics, "VCPUs_number", (long)plan.Vcpus);
            database.Set(metrics, "current_domain_type", "hvm");
        }
        if (database.Find("VM_guest_metrics", vm.Text("guest_metrics")) is { } guest)
        {
            database.Set(guest, "os_version", new Dictionary<string, string>
            {
                ["name"] = plan.IsWindows ? "Microsoft Windows Server 2019 Standard" : "CentOS Linux release 7.9.2009",
                ["distro"] = plan.IsWindows ? "windows" : "centos",
            });
            var number = database.Count("VIF");
            database.Set(guest, "networks", new Dictionary<string, string> { ["0/ip"] = $"10.20.{number / 250}.{1 + (number % 250)}" });
        }
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
