using System.Collections.Immutable;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records.Mappings;

namespace Relocation.Xapi.Records;

/// <summary>Turns XAPI records into inventory objects, the same way for a database file and for a live pool.</summary>
public static class InventoryMapping
{
    /// <summary>The inventory object of a record whose class is among <see cref="XapiClasses.Mapped"/>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="pool">The pool it was seen in.</param>
    /// <param name="joins">The other records.</param>
    /// <exception cref="InventoryFormatException">A field holds what its type cannot.</exception>
    public static InventoryObject Map(XapiRecord record, PoolId pool, RecordJoins joins) => record.Type.Name switch
    {
        "pool" => PoolMapping.Map(record, joins),
        "host" => HostMapping.Map(record, pool, joins),
        "SR" => StorageRepositoryMapping.Map(record, pool, joins),
        "network" => NetworkMapping.Map(record, pool),
        "PIF" => PifMapping.Map(record, pool, joins),
        "Bond" => BondMapping.Map(record, pool, joins),
        "VLAN" => VlanMapping.Map(record, pool, joins),
        "PBD" => PbdMapping.Map(record, pool, joins),
        "VM_appliance" => ApplianceMapping.Map(record, pool),
        "VDI" => VdiMapping.Map(record, pool, joins),
        "VM" => VmMapping.Map(record, pool, joins),
        "VBD" => VbdMapping.Map(record, pool, joins),
        "VIF" => VifMapping.Map(record, pool, joins),
        "PCI" => PciMapping.Map(record, pool, joins),
        "PGPU" => PgpuMapping.Map(record, pool, joins),
        "VGPU" => VgpuMapping.Map(record, pool, joins),
        "PUSB" => PusbMapping.Map(record, pool, joins),
        _ => throw new ArgumentException($"{record.Type.Name} is no inventory class", nameof(record)),
    };

    /// <summary>An id of a uuid, or none.</summary>
    internal static TId? Id<TId>(string? uuid)
        where TId : struct, IObjectId<TId> => string.IsNullOrEmpty(uuid) ? null : TId.Of(uuid);

    /// <summary>A map without the keys that a test refuses.</summary>
    internal static IReadOnlyDictionary<string, string> Only(this IReadOnlyDictionary<string, string> map, Func<string, bool> keep) =>
        map.Keys.All(keep) ? map : new TextMap([.. map.Where(entry => keep(entry.Key))]);

    /// <summary>Entries whose key has a prefix, without it.</summary>
    internal static IReadOnlyDictionary<string, string> Below(this IReadOnlyDictionary<string, string> map, string prefix)
    {
        List<KeyValuePair<string, string>>? below = null;
        foreach (var (key, value) in map)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                (below ??= []).Add(new(key[prefix.Length..], value));
            }
        }

        return below is null ? ImmutableDictionary<string, string>.Empty : new TextMap([.. below]);
    }
}
