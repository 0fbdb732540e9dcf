using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A storage repository, with what its driver can do.</summary>
internal static class StorageRepositoryMapping
{
    public static StorageRepository Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = SrId.Of(record.Uuid),
        Name = record.Text("name_label"),
        Description = record.Text("name_description"),
        Type = record.Text("type"),
        ContentType = record.Text("content_type"),
        Shared = record.Flag("shared"),
        PhysicalSize = record.Size("physical_size"),
        PhysicalUtilisation = record.Size("physical_utilisation"),
        VirtualAllocation = record.Size("virtual_allocation"),
        SmConfig = record.Map("sm_config"),
        Capabilities = joins.Facts.CapabilitiesOf(record.Text("type")),
        Tags = record.Set("tags"),
        OtherConfig = record.Map("other_config"),
    };
}
