using Relocation.Simulator.Database;
using Relocation.Simulator.Operations;

namespace Relocation.Simulator.Demonstration;

/// <summary>
/// A weather bureau that leaves its old machine room for a new disaster-warning centre: two pools there, one here, about sixty VMs. VMs of one
/// application carry the tag <c>app:NAME</c>; a plan can be proposed from these alone.
/// </summary>
public static class WeatherBureau
{
    /// <summary>The site that is left.</summary>
    public const string OldSite = "Old machine room";

    /// <summary>The site that is moved to.</summary>
    public const string NewSite = "Disaster-warning centre";

    /// <summary>What the tag of an application begins with.</summary>
    public const string ApplicationTag = "app:";

    /// <summary>World seconds per second at which a person can follow a wave of small VMs: each takes less than a minute.</summary>
    public const double Speed = 20;

    /// <summary>Applications whose VMs are small and can move as they are: a first wave.</summary>
    public static IReadOnlyList<string> FirstWave { get; } = ["DNS and DHCP", "Warning portal"];

    /// <summary>The line between the sites, as far as moves may use it: 2.4 Gbit/s of a leased fibre.</summary>
    public static DemonstrationLine Line { get; } = new("fibre", 300e6, TimeSpan.FromMilliseconds(0.8));

    /// <summary>The instant at which the pools are shown when nobody says another.</summary>
    public static DateTimeOffset Shown { get; } = new(2026, 4, 20, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Builds the three pools; the same seed builds the same ones.</summary>
    public static DemonstrationWorld Create(int seed) => new(
        [
            new DemonstrationPool("wb-forecast", OldSite, false, Forecast(seed)),
            new DemonstrationPool("wb-office", OldSite, false, Office(seed + 1)),
            new DemonstrationPool("wb-centre", NewSite, true, Centre(seed + 2)),
        ],
        Line);

    private static PoolDatabase Forecast(int seed)
    {
        var pool = new PoolBuilder("wb-forecast", Generation.Old, seed, Shown);
        for (var number = 1; number <= 3; number++)
        {
            pool.AddHost($"fc-host{number}", $"10.10.1.{10 + number}", $"10.10.9.{10 + number}", 384);
        }
        AddNetworks(pool, [("Radar ingest", 110), ("Forecast", 120), ("Warning services", 130), ("Maps", 140), ("Databases", 150), ("Observation network", 160)]);
        pool.AddNetwork("Model interconnect", 0, "Between model nodes on one host");
        pool.AddStore("forecast-san", "lvmohba", 16_000, new() { ["SCSIid"] = "360002ac0000000000000000a00021c4b" });
        pool.AddStore("forecast-nfs", "nfs", 12_000, new() { ["server"] = "10.10.9.50", ["serverpath"] = "/export/forecast" });
        Finish(pool, "fc-host", 3, "forecast-nfs", "10.10.9.50:/export/iso");
        WeatherBureauGuests.AddTo(pool, WeatherBureauForecast.Guests);
        WeatherBureauGuests.AddObstacles(pool);
        AddAppliance(pool, "Warning portal", "Start the database first, the portals last");
        AddAppliance(pool, "Numerical forecast", "Scheduler before the nodes");
        return pool.Database;
    }

    private static PoolDatabase Office(int seed)
    {
        var pool = new PoolBuilder("wb-office", Generation.Old, seed, Shown);
        for (var number = 1; number <= 2; number++)
        {
            pool.AddHost($"of-host{number}", $"10.10.2.{10 + number}", $"10.10.8.{10 + number}", 256);
        }
        AddNetworks(pool, [("Office", 200), ("Infrastructure", 210), ("DMZ", 220), ("Backup", 230)]);
        pool.AddStore("office-iscsi", "lvmoiscsi", 8_000, new() { ["target"] = "10.10.8.60", ["targetIQN"] = "iqn.2015-03.cn.weather:office", ["SCSIid"] = "36001405a0b1c2d3e4f50000000000001" });
        pool.AddStore("office-nfs", "nfs", 6_000, new() { ["server"] = "10.10.8.50", ["serverpath"] = "/export/office" });
        Finish(pool, "of-host", 2, "office-nfs", "10.10.8.50:/export/iso");
        WeatherBureauGuests.AddTo(pool, WeatherBureauOffice.Guests);
        return pool.Database;
    }

    private static PoolDatabase Centre(int seed)
    {
        var pool = new PoolBuilder("wb-centre", Generation.New, seed, Shown);
        for (var number = 1; number <= 4; number++)
        {
            pool.AddHost($"dc-host{number}", $"10.30.1.{10 + number}", $"10.30.9.{10 + number}", 1024);
        }
        AddNetworks(pool, [("Radar ingest", 110), ("Forecast", 120), ("Warning services", 130), ("GIS", 140), ("Databases", 150), ("Observation network", 160), ("Office LAN", 200), ("Infrastructure", 210), ("DMZ", 1220), ("Backup", 230)]);
        pool.AddStore("centre-san", "lvmohba", 40_000, new() { ["SCSIid"] = "3600c0ff00053a1b2c3d4e5f601000000" });
        pool.AddStore("centre-nfs", "nfs", 30_000, new() { ["server"] = "10.30.9.50", ["serverpath"] = "/export/vm" });
        pool.AddStore("centre-iscsi", "lvmoiscsi", 12_000, new() { ["target"] = "10.30.9.60", ["targetIQN"] = "iqn.2025-11.cn.weather:centre", ["SCSIid"] = "36001405ffeeddccbbaa0000000000002" });
        Finish(pool, "dc-host", 4, "centre-nfs", "10.30.9.50:/export/iso");
        WeatherBureauGuests.AddTo(pool, WeatherBureauOffice.AtCentre);
        return pool.Database;
    }

    private static void AddNetworks(PoolBuilder pool, (string Name, int Tag)[] networks)
    {
        foreach (var (name, tag) in networks)
        {
            pool.AddNetwork(name, tag, $"VLAN {tag}");
        }
    }

    private static void Finish(PoolBuilder pool, string hosts, int count, string main, string images)
    {
        var database = pool.Database;
        for (var number = 1; number <= count; number++)
        {
            pool.AddStore($"Local storage {hosts}{number}", "ext", 900, new() { ["device"] = "/dev/disk/by-id/scsi-0-part3" }, pool[$"{hosts}{number}"]);
        }
        pool.AddStore("ISO library", "iso", 500, new() { ["location"] = images });
        foreach (var field in (string[])["default_SR", "suspend_image_SR", "crash_dump_SR"])
        {
            database.Set(pool.Pool, field, pool[main].Ref);
        }
        database.Set(pool.Pool, "gui_config", new Dictionary<string, string>
        {
            ["XenCenter.CustomFields"] = "<CustomFieldDefinitions><CustomFieldDefinition name=\"Owner\" type=\"String\" defaultValue=\"\"/></CustomFieldDefinitions>",
        });
        foreach (var template in (string[])["CentOS 7", "Windows Server 2019 (64-bit)", "Other install media"])
        {
            var vm = database.Create("VM", VmRecords.Of(
                ("name_label", template), ("power_state", "Halted"), ("is_a_template", true), ("is_default_template", true), ("domid", -1L), ("domain_type", "hvm"), ("HVM_boot_policy", "BIOS order"),
                ("memory_static_max", 4L << 30), ("memory_dynamic_max", 4L << 30), ("memory_dynamic_min", 4L << 30), ("VCPUs_max", 2L), ("VCPUs_at_startup", 2L),
                ("other_config", new Dictionary<string, string> { ["default_template"] = "true" })));
            database.Set(vm, "metrics", database.Create("VM_metrics", []).Ref);
        }
    }

    private static void AddAppliance(PoolBuilder pool, string application, string description)
    {
        var database = pool.Database;
        var appliance = database.Create("VM_appliance", VmRecords.Of(("name_label", application), ("name_description", description)));
        var order = 0L;
        foreach (var vm in database.All("VM").Where(vm => !vm.Bool("is_a_snapshot") && vm.Texts("tags").Contains($"{ApplicationTag}{application}")).OrderBy(vm => vm.Text("name_label"), StringComparer.Ordinal))
        {
            database.Set(vm, "appliance", appliance.Ref);
            database.Set(vm, "order", order++);
            database.Set(vm, "start_delay", 10L);
        }
    }
}
