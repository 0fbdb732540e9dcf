using System.Text.Json;
using Relocation.Core.Hypervisors;
using Relocation.Core.Waves;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>The calls of a migration: asking the target to receive, asking whether it could be, and sending.</summary>
internal sealed class MigrationCalls(PoolLink source, PoolLink target)
{
    /// <summary>First API version whose migrate_send knows a VGPU map (datamodel_vm.ml: inverness).</summary>
    private static readonly (long Major, long Minor) VgpuMaps = (2, 8);

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>Asks the target host to receive. The answer holds a session of the target pool, which is ours to log out: XAPI does not (xapi_host.ml).</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReceiveAsync(MigrationMaps maps, CancellationToken cancellationToken)
    {
        var answer = await target.Session.WriteAsync("host.migrate_receive", [maps.Host, maps.Network, Nothing], cancellationToken);
        return answer.ValueKind == JsonValueKind.Object
            ? answer.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal)
            : throw new XapiUnreachableException($"{target.Session.Coordinator.Authority} answered host.migrate_receive with no map.", mayHaveActed: true);
    }

    /// <summary>The pools' own check of this very order.</summary>
    public async Task AssertAsync(MoveOrder order, MigrationMaps maps, IReadOnlyDictionary<string, string> destination, CancellationToken cancellationToken) =>
        await source.ReadAsync("VM.assert_can_migrate", await ArgumentsAsync(order, maps, destination, cancellationToken), cancellationToken);

    /// <summary>Sends the VM; the reference of the task that does it.</summary>
    public async Task<string> SendAsync(MoveOrder order, MigrationMaps maps, IReadOnlyDictionary<string, string> destination, CancellationToken cancellationToken)
    {
        var arguments = await ArgumentsAsync(order, maps, destination, cancellationToken);
        return (await source.Session.WriteAsync("Async.VM.migrate_send", arguments, cancellationToken)).GetString() ?? "";
    }

    /// <summary>Ends the session that the target pool made for the transfer; whether that worked changes nothing for the move.</summary>
    public async Task CloseAsync(string destinationSession, CancellationToken cancellationToken)
    {
        try
        {
            await target.Session.EndAsync(destinationSession, cancellationToken);
        }
        catch (Exception problem) when (problem is XapiFailureException or XapiUnreachableException or CertificateRefusedException)
        {
            // It expires by itself after a day without use (xapi_globs.ml).
        }
    }

    private async Task<IReadOnlyList<object?>> ArgumentsAsync(MoveOrder order, MigrationMaps maps, IReadOnlyDictionary<string, string> destination, CancellationToken cancellationToken)
    {
        IReadOnlyList<object?> arguments = [maps.Vm, destination, order.Method == MoveMethod.Live, maps.Disks, maps.Vifs, Nothing];
        return await KnowsVgpuMapAsync(cancellationToken) ? [.. arguments, Nothing] : arguments;
    }

    private async Task<bool> KnowsVgpuMapAsync(CancellationToken cancellationToken)
    {
        var pools = await source.ReadAsync("pool.get_all_records", [], cancellationToken);
        var coordinator = pools.EnumerateObject().Select(pool => pool.Value.Reference("master")).FirstOrDefault();
        var host = await source.FindRecordAsync("host", coordinator, cancellationToken);
        return host is { } record && (record.Number("API_version_major"), record.Number("API_version_minor")).CompareTo(VgpuMaps) >= 0;
    }
}
