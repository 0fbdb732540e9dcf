using Relocation.Core.Hypervisors;

namespace Relocation.Xapi.Moves;

/// <summary>An order in references: what VM.assert_can_migrate and VM.migrate_send take.</summary>
/// <param name="Vm">The VM in the source pool.</param>
/// <param name="Host">The receiving host in the target pool.</param>
/// <param name="Network">The network there that carries the transfer.</param>
/// <param name="Disks">Disk in the source pool to SR in the target pool.</param>
/// <param name="Vifs">Interface in the source pool to network in the target pool; empty within one pool, where XAPI refuses any (xapi_vm_migrate.ml).</param>
internal sealed record MigrationMaps(string Vm, string Host, string Network, IReadOnlyDictionary<string, string> Disks, IReadOnlyDictionary<string, string> Vifs)
{
    /// <summary>Looks every uuid up.</summary>
    /// <exception cref="Sessions.XapiFailureException">UUID_INVALID: an object is no longer there.</exception>
    public static async Task<MigrationMaps> ResolveAsync(MoveOrder order, PoolLink source, PoolLink target, CancellationToken cancellationToken)
    {
        var vm = await source.RefAsync("VM", order.Vm.Uuid, cancellationToken);
        var host = await target.RefAsync("host", order.TargetHost.Uuid, cancellationToken);
        var network = await target.RefAsync("network", order.TransferNetwork.Uuid, cancellationToken);
        var disks = await MapAsync(order.Disks.Select(pair => (pair.Key.Uuid, pair.Value.Uuid)), (source, "VDI"), (target, "SR"), cancellationToken);
        var vifs = order.SourcePool == order.TargetPool
            ? new Dictionary<string, string>()
            : await MapAsync(order.Vifs.Select(pair => (pair.Key.Uuid, pair.Value.Uuid)), (source, "VIF"), (target, "network"), cancellationToken);
        return new MigrationMaps(vm, host, network, disks, vifs);
    }

    private static async Task<IReadOnlyDictionary<string, string>> MapAsync(
        IEnumerable<(string From, string To)> pairs,
        (PoolLink Pool, string Class) from,
        (PoolLink Pool, string Class) to,
        CancellationToken cancellationToken)
    {
        var ordered = pairs.OrderBy(pair => pair.From, StringComparer.Ordinal).ToList();
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var uuid in ordered.Select(pair => pair.To).Distinct())
        {
            targets[uuid] = await to.Pool.RefAsync(to.Class, uuid, cancellationToken);
        }

        var keys = await Task.WhenAll(ordered.Select(pair => from.Pool.RefAsync(from.Class, pair.From, cancellationToken)));
        return ordered.Zip(keys).ToDictionary(entry => entry.Second, entry => targets[entry.First.To], StringComparer.Ordinal);
    }
}
