using System.Text.Json;
using Relocation.Core.Hypervisors;
using Relocation.Core.Inventory;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>The connection to one pool, made on first need and replaced when its configuration changes. A pool that does not answer holds up only its own callers.</summary>
internal sealed class PoolSlot(PoolId pool) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly List<XapiSession> replaced = [];
    private PoolLink? link;

    public async Task<PoolLink> LinkAsync(PoolEndpoint endpoint, Func<XapiSession> open, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (link is not null && link.Session.Endpoint != endpoint)
            {
                // Calls may still be running on it: it is ended with us, not under them.
                replaced.Add(link.Session);
                link = null;
            }

            return link ??= await ConnectAsync(open(), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in link is null ? replaced : [.. replaced, link.Session])
        {
            await session.DisposeAsync();
        }

        gate.Dispose();
    }

    /// <summary>An address may come to answer for another pool; a VM must not be sent there by mistake.</summary>
    private async Task<PoolLink> ConnectAsync(XapiSession session, CancellationToken cancellationToken)
    {
        var connected = false;
        try
        {
            var pools = await session.ReadAsync("pool.get_all_records", [], cancellationToken);
            var record = pools.EnumerateObject().Select(item => (JsonElement?)item.Value).FirstOrDefault();
            var answering = record?.Text("uuid") ?? "";
            connected = answering == pool.Uuid;
            return connected
                ? new PoolLink(pool, session, record?.Reference("master"))
                : throw new HypervisorUnreachableException($"{session.Endpoint.Address} answers for pool {answering}, not for {pool}.");
        }
        catch (Exception problem) when (problem is XapiFailureException or XapiUnreachableException or CertificateRefusedException)
        {
            throw new HypervisorUnreachableException(problem.Message, problem);
        }
        finally
        {
            if (!connected)
            {
                await session.DisposeAsync();
            }
        }
    }
}
