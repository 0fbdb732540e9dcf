using Relocation.Simulator.Checks;
using Relocation.Simulator.Database;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Operations.Power;

/// <summary>What a guest takes from its host when it boots, and what its tools tell.</summary>
internal static class GuestBoot
{
    /// <summary>Notes the boot. Tools report unless other_config says simulator-tools=false.</summary>
    public static void Boot(PoolDatabase database, XapiObject vm, XapiObject host, DateTimeOffset now)
    {
        var cpu = host.Map("cpu_info");
        database.Set(vm, "last_boot_CPU_flags", XapiMap.OfTexts(
        [
            KeyValuePair.Create("vendor", cpu.FindText("vendor") ?? ""),
            KeyValuePair.Create("features", database.Pool.Map("cpu_info").FindText("features_hvm_host") ?? cpu.FindText("features_hvm") ?? cpu.FindText("features") ?? ""),
        ]));
        if (database.Find("VM_metrics", vm.Text("metrics")) is not { } metrics)
        {
            metrics = database.Create("VM_metrics", []);
            database.Set(vm, "metrics", metrics.Ref);
        }
        database.Set(metrics, "start_time", now);
        database.Set(metrics, "nomigrate", vm.Map("platform").FindText("nomigrate") == "true");
        database.Set(metrics, "nested_virt", vm.Map("platform").FindText("nested-virt") == "true");
        if (database.Find("VM_guest_metrics", vm.Text("guest_metrics")) is null && vm.Map("other_config").FindText("simulator-tools") != "false" && VmLifecycle.IsHvm(vm))
        {
            database.Set(vm, "guest_metrics", Tools(database, now).Ref);
        }
    }

    /// <summary>What up-to-date tools in a guest report.</summary>
    public static XapiObject Tools(PoolDatabase database, DateTimeOffset now) => database.Create("VM_guest_metrics", VmRecords.Of(
        ("PV_drivers_detected", true),
        ("PV_drivers_up_to_date", true),
        ("live", true),
        ("last_updated", now),
        ("PV_drivers_version", new Dictionary<string, string> { ["major"] = "8", ["minor"] = "4", ["micro"] = "0", ["build"] = "1" }),
        ("other", new Dictionary<string, string> { ["feature-shutdown"] = "1", ["feature-reboot"] = "1", ["feature-suspend"] = "1", ["feature-vcpu-hotplug"] = "1" })));
}
