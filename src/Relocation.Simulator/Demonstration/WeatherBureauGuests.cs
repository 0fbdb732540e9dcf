using Relocation.Simulator.Operations;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Demonstration;

/// <summary>Puts the bureau's guests into its pools, those with obstacles too.</summary>
internal static class WeatherBureauGuests
{
    public static void AddTo(PoolBuilder pool, IEnumerable<VmBlueprint> guests)
    {
        var builder = new VmBuilder(pool, Generation.Old);
        foreach (var guest in guests)
        {
            var vm = builder.Add(guest);
            if (guest.Owner.Length > 0 && guest.Application is "Warning portal" or "Numerical forecast")
            {
                pool.Database.Set(vm, "ha_restart_priority", "restart");
            }
        }
    }

    /// <summary>A card passed through and a USB dongle: neither can be expressed by a blueprint, both keep a VM where it is.</summary>
    public static void AddObstacles(PoolBuilder pool)
    {
        var database = pool.Database;
        var host = pool["fc-host2"];
        var pci = database.Create("PCI", VmRecords.Of(
            ("class_name", "Communication controller"), ("vendor_name", "Sangoma"), ("device_name", "Satellite receiver card DVB-S2"), ("host", host.Ref), ("pci_id", "0000:3b:00.0")));
        var receiver = database.All("VM").First(vm => vm.Text("name_label") == "sat-receiver-01");
        database.Set(receiver, "attached_PCIs", new[] { pci.Ref });
        database.SetKey(receiver, "other_config", "pci", "0/0000:3b:00.0");
        var group = database.Create("USB_group", VmRecords.Of(("name_label", "Group of 0529:0001 USBs")));
        database.Create("PUSB", VmRecords.Of(
            ("USB_group", group.Ref), ("host", pool["fc-host1"].Ref), ("path", "1-2"), ("vendor_id", "0529"), ("vendor_desc", "Aladdin Knowledge Systems"), ("product_id", "0001"),
            ("product_desc", "HASP copy protection dongle"), ("serial", ""), ("version", "2.00"), ("description", "Aladdin HASP"), ("passthrough_enabled", true)));
        var licence = database.All("VM").First(vm => vm.Text("name_label") == "licence-server-01");
        database.Create("VUSB", VmRecords.Of(("VM", licence.Ref), ("USB_group", group.Ref), ("currently_attached", true), ("other_config", XapiMap.Empty)));
    }
}
