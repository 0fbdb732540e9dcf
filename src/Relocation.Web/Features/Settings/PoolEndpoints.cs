using Relocation.Core.Inventory;
using Relocation.Data.Connections;
using Relocation.Xapi.Sessions;

namespace Relocation.Web.Features.Settings;

/// <summary>How the engine reaches a pool: the stored connection with its password decrypted.</summary>
public sealed class PoolEndpoints(ConnectionStore connections)
{
    /// <summary>The pool's endpoint, or null when no connection leads to it.</summary>
    public async Task<PoolEndpoint?> FindAsync(PoolId pool, CancellationToken cancellationToken) =>
        await connections.FindByPoolAsync(pool, cancellationToken) is { } connection ? await OfAsync(connection, cancellationToken) : null;

    /// <summary>The endpoint of a connection, or null when it was removed meanwhile.</summary>
    public async Task<PoolEndpoint?> OfAsync(PoolConnection connection, CancellationToken cancellationToken) =>
        await connections.PasswordAsync(connection.Id, cancellationToken) is { } password
            ? new PoolEndpoint(connection.Address, connection.User, password, connection.PinnedFingerprint)
            : null;
}
