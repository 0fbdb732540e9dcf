using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A vApp.</summary>
internal static class ApplianceMapping
{
    public static Appliance Map(XapiRecord record, PoolId pool) => new()
    {
        Pool = pool,
        Id = ApplianceId.Of(record.Uuid),
        Name = record.Text("name_label"),
        Description = record.Text("name_description"),
    };
}
