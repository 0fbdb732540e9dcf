using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>What a VM draws from other records: where it runs, its chain, its devices, its metrics and what its guest tells.</summary>
internal static class VmRelations
{
    private static readonly string[] VersionParts = ["major", "minor", "micro"];

    public static Vm Complete(Vm vm, XapiRecord record, RecordJoins joins)
    {
        var metrics = joins.Follow(record, "metrics", "VM_metrics");
        var guest = joins.Follow(record, "guest_metrics", "VM_guest_metrics");
        // Whatever may fail is read whether or not it is used: the checking pass sees maps empty and must meet every field.
        var upToDate = guest?.FlagIfKnown("PV_drivers_up_to_date");
        var tools = ToolsOf(guest, guest?.Flag("PV_drivers_detected") ?? false);
        return vm with
        {
            ResidentOn = InventoryMapping.Id<HostId>(joins.UuidOf(record, "resident_on", "host")),
            Affinity = InventoryMapping.Id<HostId>(joins.UuidOf(record, "affinity", "host")),
            Appliance = InventoryMapping.Id<ApplianceId>(joins.UuidOf(record, "appliance", "VM_appliance")),
            SnapshotOf = InventoryMapping.Id<VmId>(joins.LinkOf(record, "snapshot_of")),
            SnapshotTime = record.Instant("snapshot_time"),
            Parent = InventoryMapping.Id<VmId>(joins.LinkOf(record, "parent")),
            SuspendVdi = InventoryMapping.Id<VdiId>(joins.UuidOf(record, "suspend_VDI", "VDI")),
            SuspendSr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "suspend_SR", "SR")),
            AttachedPcis = joins.UuidsOf(record, "attached_PCIs", "PCI"),
            VusbCount = joins.Facts.DevicesOf(record, "VUSB"),
            VtpmCount = joins.Facts.DevicesOf(record, "VTPM"),
            MemoryActual = metrics?.Has("memory_actual") == true ? metrics.Size("memory_actual") : null,
            NoMigrate = metrics?.Flag("nomigrate") ?? false,
            NestedVirtualisation = metrics?.Flag("nested_virt") ?? false,
            ToolsUpToDate = tools.Length > 0 ? upToDate : null,
            ToolsVersion = tools,
            GuestOs = OperatingSystem(guest),
            GuestNetworks = guest?.Map("networks") ?? vm.GuestNetworks,
            GuestOther = guest?.Map("other") ?? vm.GuestOther,
            GuestLive = guest?.Flag("live") ?? false,
        };
    }

    /// <summary>`8.2.0-12`, or `detected` where drivers answer without a version; empty when the guest never reported any.</summary>
    private static string ToolsOf(XapiRecord? guest, bool detected)
    {
        var version = guest?.Map("PV_drivers_version");
        if (version is null || version.Count == 0)
        {
            return detected ? "detected" : "";
        }

        var numbers = string.Join('.', VersionParts.Select(version.GetValueOrDefault).Where(part => !string.IsNullOrEmpty(part)));
        return version.TryGetValue("build", out var build) ? $"{numbers}-{build}" : numbers;
    }

    /// <summary>Windows reports `Microsoft Windows …|C:\Windows|\Device\…`: the name is the first part.</summary>
    private static string OperatingSystem(XapiRecord? guest)
    {
        var name = guest?.Map("os_version").GetValueOrDefault("name") ?? "";
        var end = name.IndexOf('|', StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }
}
