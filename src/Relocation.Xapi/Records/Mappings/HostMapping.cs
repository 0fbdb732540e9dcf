using System.Globalization;
using Relocation.Core.Inventory;
using Relocation.Core.Quantities;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A host. Before `cpu_info` came (5.6) its processors are records of their own.</summary>
internal static class HostMapping
{
    public static Host Map(XapiRecord record, PoolId pool, RecordJoins joins)
    {
        var metrics = joins.Follow(record, "metrics", "host_metrics");
        var processors = joins.Facts.ProcessorsOf(record);
        var cpu = record.Map("cpu_info");
        var versions = record.Map("software_version");
        var free = record.Map("other_config");
        return new()
        {
            Pool = pool,
            Id = HostId.Of(record.Uuid),
            Name = record.Text("name_label"),
            Description = record.Text("name_description"),
            Hostname = record.Text("hostname"),
            Address = record.Text("address"),
            Enabled = record.Flag("enabled"),
            Live = metrics?.FlagIfKnown("live"),
            MemoryTotal = metrics?.Size("memory_total") ?? ByteSize.Zero,
            MemoryFree = metrics?.Has("memory_free") == true ? metrics.Size("memory_free") : null,
            MemoryOverhead = record.Size("memory_overhead"),
            CpuCount = CountOf(cpu, "cpu_count") ?? processors?.Count ?? 0,
            SocketCount = CountOf(cpu, "socket_count"),
            CpuVendor = cpu.GetValueOrDefault("vendor") ?? processors?.Vendor ?? "",
            CpuModel = cpu.GetValueOrDefault("modelname") ?? processors?.Model ?? "",
            CpuSpeed = cpu.GetValueOrDefault("speed") ?? processors?.Speed ?? "",
            CpuFeaturesHvm = cpu.GetValueOrDefault("features_hvm") ?? "",
            CpuFeaturesPv = cpu.GetValueOrDefault("features_pv") ?? "",
            CpuInfo = cpu,
            SoftwareVersion = versions,
            ProductBrand = versions.GetValueOrDefault("product_brand") ?? "",
            ProductVersion = versions.GetValueOrDefault("product_version") ?? "",
            PlatformVersion = versions.GetValueOrDefault("platform_version") ?? "",
            Edition = record.Text("edition"),
            LicenceParameters = record.Map("license_params").Only(key => !SecretKeys.Licence.Contains(key)),
            VirtualHardwarePlatformVersions = record.Set("virtual_hardware_platform_versions"),
            Capabilities = record.Set("capabilities"),
            IscsiIqn = record.Text("iscsi_iqn") is { Length: > 0 } iqn ? iqn : free.GetValueOrDefault("iscsi_iqn") ?? "",
            Multipathing = record.Flag("multipathing") || free.GetValueOrDefault("multipathing") == "true",
            SuspendImageSr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "suspend_image_sr", "SR")),
            Tags = record.Set("tags"),
            OtherConfig = free,
        };
    }

    /// <summary>Counts inside `cpu_info` are texts; one that cannot be a count is as good as none.</summary>
    private static int? CountOf(IReadOnlyDictionary<string, string> cpu, string key) =>
        cpu.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;
}
