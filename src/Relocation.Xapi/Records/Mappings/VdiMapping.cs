using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A virtual disk image.</summary>
internal static class VdiMapping
{
    public static Vdi Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = VdiId.Of(record.Uuid),
        Name = record.Text("name_label"),
        Description = record.Text("name_description"),
        Sr = InventoryMapping.Id<SrId>(joins.UuidOf(record, "SR", "SR")),
        VirtualSize = record.Size("virtual_size"),
        PhysicalUtilisation = record.Size("physical_utilisation"),
        Type = record.Text("type"),
        IsSnapshot = record.Flag("is_a_snapshot"),
        SnapshotOf = InventoryMapping.Id<VdiId>(joins.LinkOf(record, "snapshot_of")),
        SnapshotTime = record.Instant("snapshot_time"),
        Sharable = record.Flag("sharable"),
        ReadOnly = record.Flag("read_only"),
        Managed = record.Flag("managed", fallback: true),
        Missing = record.Flag("missing"),
        OnBoot = record.Text("on_boot"),
        AllowCaching = record.Flag("allow_caching"),
        CbtEnabled = record.Flag("cbt_enabled"),
        Parent = InventoryMapping.Id<VdiId>(joins.ImageBelow(record)),
        Location = record.Text("location"),
        SmConfig = record.Map("sm_config"),
        Tags = record.Set("tags"),
        OtherConfig = record.Map("other_config"),
    };
}
