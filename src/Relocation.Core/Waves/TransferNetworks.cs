using Relocation.Core.Inventory;

namespace Relocation.Core.Waves;

/// <summary>The network over which a host receives moves.</summary>
public static class TransferNetworks
{
    /// <summary>The host's management network, or null when it has no address there: XAPI builds the receiving address from it (xapi_host.ml, migrate_receive).</summary>
    public static NetworkId? Of(InventoryView target, HostId host) => target.PifsOn(host)
        .Where(pif => pif is { Management: true, Network: not null, Ip.Length: > 0 })
        .OrderBy(pif => pif.Uuid, StringComparer.Ordinal)
        .FirstOrDefault()?.Network;
}
