using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;

namespace Relocation.Web.Features.Waves;

/// <summary>The XAPI calls of a move as a person can read them, with names and uuids in place of references.</summary>
internal static class MoveCalls
{
    /// <summary>Receive, assert, send.</summary>
    public static string Of(MoveOrder order, InventorySet set)
    {
        var (source, target) = (set[order.SourcePool], set[order.TargetPool]);
        var live = order.Method is Core.Waves.MoveMethod.Live ? "true" : "false";
        string[] lines =
        [
            $"# {order.VmName}",
            $"host.migrate_receive host={target?.Host(order.TargetHost)?.Name} network={target?.Network(order.TransferNetwork)?.Name}",
            $"VM.assert_can_migrate vm={order.Vm} live={live}",
            $"Async.VM.migrate_send vm={order.Vm} live={live}",
            .. order.Disks.OrderBy(pair => pair.Key.Uuid, StringComparer.Ordinal).Select(pair => $"  vdi_map {pair.Key} ({source?.Vdi(pair.Key)?.Name}) → {target?.Sr(pair.Value)?.Name}"),
            .. order.Vifs.OrderBy(pair => pair.Key.Uuid, StringComparer.Ordinal).Select(pair => $"  vif_map {pair.Key} → {target?.Network(pair.Value)?.Name}"),
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
