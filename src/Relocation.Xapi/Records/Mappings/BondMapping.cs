using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A bond; its members are those PIFs that say so, which every release stores.</summary>
internal static class BondMapping
{
    public static Bond Map(XapiRecord record, PoolId pool, RecordJoins joins) => new()
    {
        Pool = pool,
        Id = BondId.Of(record.Uuid),
        Master = InventoryMapping.Id<PifId>(joins.UuidOf(record, "master", "PIF")),
        Slaves = joins.ResolveAll(record, "slaves", "PIF", joins.Facts.MembersOf(record)),
        Mode = record.Text("mode"),
        Properties = record.Map("properties"),
        PrimarySlave = InventoryMapping.Id<PifId>(joins.UuidOf(record, "primary_slave", "PIF")),
        OtherConfig = record.Map("other_config"),
    };
}
