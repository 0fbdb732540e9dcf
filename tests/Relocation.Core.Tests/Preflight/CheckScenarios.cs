using Relocation.Core.Inventory;
using Relocation.Core.Preflight;
using Relocation.Core.Quantities;
using Relocation.Core.Tests.Fixtures;
using Relocation.Core.Waves;

namespace Relocation.Core.Tests.Preflight;

/// <summary>For every code of the catalogue a relocation in which it is found, with the error it foresees, and for many one that only just is well.</summary>
internal static class CheckScenarios
{
    public static IReadOnlyDictionary<string, CheckScenario> Fires { get; } = new[]
    {
        Vm("vm.operation-blocked", vm => vm with { BlockedOperations = Map("migrate_send", "backup") }, "OPERATION_BLOCKED [vm/web, backup]").Also("vm.attributes-dropped"),
        Vm("vm.power-state", vm => vm with { PowerState = PowerState.Paused }, "VM_BAD_POWER_STATE [vm/web, halted, suspended, running, paused]"),
        Vm("vm.operation-in-progress", vm => vm with { CurrentOperations = ["snapshot"] }, "OTHER_OPERATION_IN_PROGRESS [VM, vm/web, snapshot]"),
        Vm("vm.is-template", vm => vm with { Kind = VmKind.DefaultTemplate }, "VM_IS_TEMPLATE [vm/web, migrate_send]"),
        Vm("vm.is-snapshot", vm => vm with { Kind = VmKind.Snapshot }, "VM_IS_SNAPSHOT [vm/web, migrate_send]"),
        Vm("vm.is-control-domain", vm => vm with { Kind = VmKind.ControlDomain }, "OPERATION_NOT_ALLOWED"),
        Vm("vm.immobile", vm => vm with { NestedVirtualisation = true }, "VM_IS_IMMOBILE [vm/web]"),
        Vm("vm.guest-vetoes-suspend", vm => vm with { GuestOther = Map("data-cant-suspend-reason", "disk in use") }, "VM_NON_SUSPENDABLE [vm/web, disk in use]"),
        Vm("vm.lacks-suspend-feature", vm => vm with { ToolsUpToDate = null, GuestOther = Map("feature-suspend", "0") }, "VM_LACKS_FEATURE [vm/web]"),
        Vm("vm.pci-attached", vm => vm with { AttachedPcis = ["pci"] }, "VM_HAS_PCI_ATTACHED [vm/web]"),
        World("vm.gpu-attached", world => world.Source.Vgpu(world.Vm), "VM_HAS_VGPU [vm/web]"),
        Vm("vm.usb-attached", vm => vm with { VusbCount = 1 }, "VM_HAS_VUSBS [vm/web]"),
        World("pool.storage-motion-restricted", world => world.Target.Restrictions["restrict_storage_xen_motion"] = "true", "LICENCE_RESTRICTION [Storage_motion]"),
        Sr("sr.cannot-send", world => world.Source, sr => sr with { Capabilities = ["VDI_SNAPSHOT", "VDI_MIRROR_IN"] }, "SR_DOES_NOT_SUPPORT_MIGRATION [source/sr/bent, VDI_MIRROR]"),
        Sr("sr.cannot-receive", world => world.Target, sr => sr with { Capabilities = ["VDI_CREATE"] }, "SR_DOES_NOT_SUPPORT_MIGRATION [target/sr/bent, VDI_SNAPSHOT;VDI_MIRROR_IN]"),
        Disk("disk.changed-block-tracking", vdi => vdi with { CbtEnabled = true }, "VDI_CBT_ENABLED [source/vdi/web-0]"),
        Disk("disk.encrypted", vdi => vdi with { SmConfig = Map("key_hash", "x") }, "VDI_IS_ENCRYPTED [source/vdi/web-0]"),
        Disk("disk.resets-on-boot", vdi => vdi with { OnBoot = "reset" }, "VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION [source/vdi/web-0]"),
        Disk("disk.missing", vdi => vdi with { Missing = true }),
        Disk("disk.without-sr", vdi => vdi with { Sr = null }, "VDI_NOT_IN_MAP [source/vdi/web-0]"),
        Host("host.disabled", host => host with { Enabled = false }, "HOST_DISABLED [target/host/t1]"),
        Host("host.not-enough-processors", host => host with { CpuCount = 1 }, "HOST_NOT_ENOUGH_PCPUS [2, 1]"),
        Host("host.hardware-platform", host => host with { VirtualHardwarePlatformVersions = ["0", "2"] }, "VM_HOST_INCOMPATIBLE_VIRTUAL_HARDWARE_PLATFORM_VERSION [target/host/t1, [0; 2], vm/web, 1]"),
        Host("host.older-version", host => host with { SoftwareVersion = new Dictionary<string, string>(host.SoftwareVersion) { ["xen"] = "4.17.5-12" } }, "VM_HOST_INCOMPATIBLE_VERSION_MIGRATE [vm/web, target/host/t1]"),
        Host("host.cpu-incompatible", host => host with { CpuFeaturesHvm = "ffff0000-0000fffe" }, "VM_INCOMPATIBLE_WITH_THIS_HOST [OpaqueRef:NULL, target/host/t1]"),
        Host("host.not-enough-memory", host => host with { MemoryTotal = ByteSize.FromGibibytes(5) }, $"HOST_NOT_ENOUGH_FREE_MEMORY [{(4L << 30) + (35L << 20)}, {4L << 30}]"),
        World("host.lacks-network", world => world.Planned = [world.Planned[0] with { TargetHost = world.Target.Host("late").Id }], "HOST_CANNOT_ATTACH_NETWORK [target/host/late, target/network/front]").Also("host.lacks-storage", "host.no-transfer-address"),
        World("host.lacks-storage", world => world.Planned = [world.Planned[0] with { TargetHost = world.Target.Host("late").Id }]).Also("host.lacks-network", "host.no-transfer-address"),
        World("host.no-transfer-address", world => world.Planned = [world.Planned[0] with { TargetHost = world.Target.Host("late").Id }], "INTERFACE_HAS_NO_IP").Also("host.lacks-network", "host.lacks-storage"),
        World("host.none-suitable", world => world.Planned = [world.Planned[0] with { TargetHost = new HostId("gone") }]),
        World("vm.mac-seed-taken", world => world.Target.Vm("clone", vm => vm with { OtherConfig = Map("mac_seed", "seed-web") }), "DUPLICATE_MAC_SEED [seed-web]"),
        World("vm.uuid-in-target", world => world.Target.Vm("web"), "VM_BAD_POWER_STATE [vm/web, Halted, Running]"),
        World("vm.would-replace", world => world.Target.Vm("web", vm => vm with { PowerState = PowerState.Halted, ResidentOn = null, Version = 2 })),
        World("vm.cd-inserted", world => world.Source.Disk(world.Vm, world.SourceSr, type: "CD")),
        World("vm.ha-protected", world => world.Source.HaEnabled = true, bend: vm => vm with { HaRestartPriority = "restart" }),
        Vm("vm.attributes-dropped", vm => vm with { Appliance = new ApplianceId("app"), Affinity = new HostId("h") }),
        World("move.warm-unsupported", world => world.Planned = [world.Planned[0] with { Method = MoveMethod.Warm }]),
        World("vm.runs-but-planned-cold", world => world.Planned = [world.Planned[0] with { Method = MoveMethod.Cold }]),
        Vm("vm.stopped-but-planned-live", vm => vm with { PowerState = PowerState.Halted, ResidentOn = null }),
        World("sr.no-space", world => world.Add(Filler(world, allocated: 480, size: 600)), "SR_BACKEND_FAILURE_44").On("vm/filler"),
        World("sr.space-tight", world => world.Add(Filler(world, allocated: 300, size: 600))).On("vm/filler"),
        World("vif.without-network", world => world.Source.Vif(world.Vm, null), "VIF_NOT_IN_MAP [source/vif/web/1]"),
        Plan("mapping.network.open", (world, _) => world.Proposed with { Networks = [], Storage = world.Plan.Storage }, "VIF_NOT_IN_MAP [source/vif/web/0]"),
        Plan("mapping.network.unconfirmed", (world, plan) => plan with { Networks = world.Proposed.Networks }),
        Plan("mapping.network.gone", (_, plan) => plan with { Networks = [plan.Networks[0] with { Target = new NetworkId("gone") }] }, "HANDLE_INVALID [network, gone]"),
        Plan("mapping.storage.open", (_, plan) => plan with { Storage = [] }, "VDI_NOT_IN_MAP [source/vdi/web-0]"),
        Plan("mapping.storage.unconfirmed", (world, plan) => plan with { Storage = world.Proposed.Storage }),
        Plan("mapping.storage.gone", (_, plan) => plan with { Storage = [plan.Storage[0] with { Target = new SrId("gone") }] }, "HANDLE_INVALID [SR, gone]"),
        World("inventory.pool-unknown", world => world.Planned = [world.Planned[0] with { TargetPool = new PoolId("nowhere") }]),
        World("vm.missing", world => world.Planned = [world.Planned[0] with { Vm = new VmId("vm/nobody") }]).On("vm/nobody"),
        World("vm.moved", world => world.Planned = [world.Planned[0] with { Vm = world.Target.Vm("done").Id }]).On("vm/done"),
    }.ToDictionary(scenario => scenario.Code);

    /// <summary>Relocations in which the code is not found although it is near.</summary>
    public static IReadOnlyList<CheckScenario> Silent { get; } =
    [
        Vm("vm.operation-blocked", vm => vm with { BlockedOperations = Map("destroy", "kept") }),
        Vm("vm.immobile", vm => vm with { NoMigrate = true, PowerState = PowerState.Halted, ResidentOn = null }),
        Vm("vm.guest-vetoes-suspend", vm => vm with { PowerState = PowerState.Halted, GuestOther = Map("data-cant-suspend-reason", "x") }),
        Vm("vm.lacks-suspend-feature", vm => vm with { ToolsUpToDate = null }),
        Vm("vm.lacks-suspend-feature", vm => vm with { ToolsUpToDate = null, GuestOther = Map(), DomainType = "pv" }),
        Vm("vm.lacks-suspend-feature", vm => vm with { ToolsUpToDate = null, GuestOther = Map(), ToolsVersion = "9.3" }),
        Sr("sr.cannot-receive", world => world.Target, sr => sr with { Capabilities = ["VDI_SNAPSHOT", "VDI_MIRROR_IN"] }),
        Sr("sr.cannot-receive", world => world.Target, sr => sr with { Capabilities = ["VDI_SNAPSHOT", "VDI_MIRROR"] }),
        Sr("sr.cannot-send", world => world.Source, sr => sr with { Capabilities = [] }),
        Host("host.not-enough-processors", host => host with { CpuCount = 2 }),
        Host("host.not-enough-processors", host => host with { CpuCount = 1 }, bendVm: vm => vm with { Platform = Map("vcpu-unrestricted", "true") }),
        Host("host.older-version", host => host with { SoftwareVersion = new Dictionary<string, string>(host.SoftwareVersion) { ["xen"] = "4.17.10-1" } }),
        Host("host.cpu-incompatible", host => host with { CpuFeaturesHvm = "ffff0000-0000ffff-00000001" }),
        Host("host.cpu-incompatible", host => host with { CpuFeaturesHvm = "", CpuInfo = Map("features", "ffff0000-0000ffff") }),
        Host("host.cpu-incompatible", host => host with { CpuFeaturesHvm = "0" }, bendVm: vm => vm with { PowerState = PowerState.Halted }),
        Host("host.not-enough-memory", host => host with { MemoryTotal = new ByteSize((5L << 30) + (35L << 20)) }),
        Host("host.not-enough-memory", host => host with { MemoryTotal = ByteSize.Zero }, bendVm: vm => vm with { PowerState = PowerState.Halted }),
        World("host.disabled", world => world.Target.Host("spare", host => host with { Enabled = false })),
        World("vm.mac-seed-taken", world => world.Target.Vm("web", vm => vm with { PowerState = PowerState.Halted })),
        World("vm.uuid-in-target", world => world.Target.Vm("web", vm => vm with { PowerState = PowerState.Halted, Version = 2 })),
        World("vm.would-replace", world => world.Target.Vm("web", vm => vm with { PowerState = PowerState.Halted, Version = 3 })),
        World("vm.ha-protected", _ => { }, bend: vm => vm with { HaRestartPriority = "restart" }),
        World("sr.no-space", world => world.Add(Filler(world, allocated: 480, size: 600)), bend: vm => vm with { Name = "web" }).On("vm/web"),
        World("sr.space-tight", world => world.Add(Filler(world, allocated: 100, size: 400))).On("vm/filler"),
        World("vm.runs-but-planned-cold", world => world.Planned = [world.Planned[0] with { Method = MoveMethod.Cold }], bend: vm => vm with { PowerState = PowerState.Halted }),
    ];

    private static CheckScenario Vm(string code, Func<Vm, Vm> bend, string error = "") => new(code, () => Run(new TestRelocation(bend)), error);

    private static CheckScenario Disk(string code, Func<Vdi, Vdi> bend, string error = "") => new(code, () => Run(new TestRelocation(bendDisk: bend)), error);

    private static CheckScenario Host(string code, Func<Host, Host> bend, string error = "", Func<Vm, Vm>? bendVm = null) =>
        new(code, () => Run(new TestRelocation(bendVm, bendTarget: bend)), error);

    private static CheckScenario World(string code, Action<TestRelocation> change, string error = "", Func<Vm, Vm>? bend = null) => new(code, () =>
    {
        var world = new TestRelocation(bend);
        change(world);
        return Run(world);
    }, error);

    private static CheckScenario Plan(string code, Func<TestRelocation, RelocationPlan, RelocationPlan> change, string error = "") => new(code, () =>
    {
        var world = new TestRelocation();
        return PreflightRunner.Run(change(world, world.Plan), world.Inventory);
    }, error);

    /// <summary>The VM's second disk lies on, or goes to, an SR bent so; its mapping is chosen by hand.</summary>
    private static CheckScenario Sr(string code, Func<TestRelocation, TestPool> where, Func<StorageRepository, StorageRepository> bend, string error = "") => new(code, () =>
    {
        var world = new TestRelocation();
        var bent = where(world).Sr("bent", bend: bend);
        var source = where(world) == world.Source ? bent : world.Source.Sr("other");
        var target = where(world) == world.Target ? bent : world.TargetSr;
        world.Source.Disk(world.Vm, source);
        var plan = PlanChanges.SetStorage(world.Plan, world.Source.Id, source.Id, world.Target.Id, target.Id, world.Inventory).Plan!;
        return PreflightRunner.Run(plan, world.Inventory);
    }, error);

    private static Vm Filler(TestRelocation world, double allocated, double size)
    {
        var vm = world.Source.Vm("filler");
        world.Source.Disk(vm, world.SourceSr, size, allocated);
        world.Source.Disk(vm, world.SourceSr, 20, 15);
        return vm;
    }

    private static PreflightReport Run(TestRelocation world) => PreflightRunner.Run(world.Plan, world.Inventory);

    private static Dictionary<string, string> Map(params string[] pairs) => pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
}
