using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A VLAN on a host.</summary>
internal static class VlanMapping
{
    public static Vlan Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = VlanId.Of(record.Uuid),
        Tag = record.Count("tag", -1),
        TaggedPif = InventoryMapping.Id<PifId>(joins.UuidOf(record, "tagged_PIF", "PIF")),
        UntaggedPif = InventoryMapping.Id<PifId>(joins.UuidOf(record, "untagged_PIF", "PIF")),
        OtherConfig = record.Map("other_config"),
    };
}
