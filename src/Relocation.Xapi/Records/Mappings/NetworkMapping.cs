using Relocation.Core.Inventory;

namespace Relocation.Xapi.Records.Mappings;

/// <summary>A network.</summary>
internal static class NetworkMapping
{
    public static Network Map(XapiRecord record, PoolId pool) => new()
    {
        Pool = pool,
        Id = NetworkId.Of(record.Uuid),
        Name = record.Text("name_label"),
        Description = record.Text("name_description"),
        Bridge = record.Text("bridge"),
        Mtu = record.Count("MTU", 1500),
        DefaultLockingMode = record.Text("default_locking_mode"),
        Tags = record.Set("tags"),
        OtherConfig = record.Map("other_config"),
    };
}
