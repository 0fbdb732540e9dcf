using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>The pool; its HA state files are stored as references although their type is string.</summary>
internal static class PoolMapping
{
    public static Pool Map(XapiRecord record, RecordJoins joins) => new()
    {
        Pool = PoolId.Of(record.Uuid),
        Id = PoolId.Of(record.Uuid),
        Name = record.Text("name_label"),
        Description = record.Text("name_description"),
        Coordinator = InventoryMapping.Id<HostId>(joins.UuidOf(record, "master", "host")),
        DefaultSr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "default_SR", "SR")),
        SuspendImageSr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "suspend_image_SR", "SR")),
        CrashDumpSr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "crash_dump_SR", "SR")),
        HaEnabled = record.Flag("ha_enabled"),
        HaHostFailuresToTolerate = record.Count("ha_host_failures_to_tolerate"),
        HaPlanExistsFor = record.Count("ha_plan_exists_for"),
        HaAllowOvercommit = record.Flag("ha_allow_overcommit"),
        HaOvercommitted = record.Flag("ha_overcommitted"),
        HaStatefiles = joins.UuidsOf(record, "ha_statefiles", "VDI"),
        HaConfiguration = record.Map("ha_configuration"),
        Restrictions = record.Map("restrictions"),
        CpuInfo = record.Map("cpu_info"),
        GuiConfig = record.Map("gui_config"),
        MigrationCompression = record.FlagIfKnown("migration_compression"),
        TlsVerificationEnabled = record.FlagIfKnown("tls_verification_enabled"),
        Tags = record.Set("tags"),
        OtherConfig = record.Map("other_config"),
    };
}
