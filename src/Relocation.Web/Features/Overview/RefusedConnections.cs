using Relocation.Data.Connections;
using Relocation.Web.Features.Settings;
using Relocation.Xapi.Live;

namespace Relocation.Web.Features.Overview;

/// <summary>Counts connections that will not come back by themselves.</summary>
public sealed class RefusedConnections(ConnectionStore connections, PoolWatchers watchers)
{
    /// <summary>Enabled connections that are refused for a reason only a person mends.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await connections.ListAsync(cancellationToken)).Count(connection => connection.Enabled && watchers.StateOf(connection.Id)?.Status is PoolConnectionStatus.Refused);
}
