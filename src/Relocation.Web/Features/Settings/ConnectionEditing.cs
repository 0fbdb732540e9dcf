using Relocation.Data.Audit;
using Relocation.Data.Connections;
using Relocation.Web.Access;
using Relocation.Xapi.Sessions;

namespace Relocation.Web.Features.Settings;

/// <summary>Adds, changes and removes pool connections for pages and API alike. A connection is stored only after the pool let us in with
/// the certificate that the person accepted.</summary>
public sealed class ConnectionEditing(ConnectionStore connections, PoolWatchers watchers, AuditLog audit)
{
    /// <summary>The certificate an address presents, to be compared by a person. Null with the reason when it cannot be asked.</summary>
    public static async Task<(CertificateFacts? Facts, ActionOutcome Outcome)> ProbeAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return (null, ActionOutcome.Forbidden);
        }

        if (PoolAddress.Parse(address) is not { Scheme: "https" } uri)
        {
            return (null, ActionOutcome.Refused("address-not-https", ("address", address)));
        }

        try
        {
            return (await XapiProbe.FingerprintAsync(uri, cancellationToken), ActionOutcome.Success);
        }
        catch (XapiUnreachableException exception)
        {
            return (null, ActionOutcome.Refused("pool-unreachable-at", ("address", address), ("message", exception.Message)));
        }
    }

    /// <summary>Tries the credentials and, if the pool lets us in, stores the connection and begins to watch.</summary>
    public async Task<(PoolConnection? Connection, ActionOutcome Outcome)> AddAsync(
        Actor actor, string address, string user, string password, string? fingerprint, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return (null, ActionOutcome.Forbidden);
        }

        if (PoolAddress.Parse(address) is not { } uri)
        {
            return (null, ActionOutcome.Refused("address-invalid", ("address", address)));
        }

        if ((await connections.ListAsync(cancellationToken)).Any(known => known.Address == uri))
        {
            return (null, ActionOutcome.Refused("connection-exists", ("address", uri.ToString())));
        }

        var tried = await TryAsync(new PoolEndpoint(uri, user, password, fingerprint), cancellationToken);
        if (!tried.Done)
        {
            return (null, tried);
        }

        var connection = await connections.AddAsync(uri, user, password, fingerprint, cancellationToken);
        await NoteAsync(actor, "connection.add", connection.Address, cancellationToken);
        watchers.Wake();
        return (connection, ActionOutcome.Success);
    }

    /// <summary>Changes user, password and accepted certificate after trying them.</summary>
    public async Task<ActionOutcome> ChangeAsync(Actor actor, ConnectionId id, string user, string password, string? fingerprint, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return ActionOutcome.Forbidden;
        }

        if (await connections.FindAsync(id, cancellationToken) is not { } connection)
        {
            return ActionOutcome.Refused("connection-not-found", ("connection", id.ToString()));
        }

        var tried = await TryAsync(new PoolEndpoint(connection.Address, user, password, fingerprint), cancellationToken);
        if (!tried.Done)
        {
            return tried;
        }

        await connections.SetCredentialsAsync(id, user, password, cancellationToken);
        await connections.PinAsync(id, fingerprint, cancellationToken);
        await NoteAsync(actor, "connection.change", connection.Address, cancellationToken);
        watchers.Wake();
        return ActionOutcome.Success;
    }

    /// <summary>Starts or stops watching the pool.</summary>
    public async Task<ActionOutcome> SetEnabledAsync(Actor actor, ConnectionId id, bool enabled, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return ActionOutcome.Forbidden;
        }

        if (!await connections.SetEnabledAsync(id, enabled, cancellationToken))
        {
            return ActionOutcome.Refused("connection-not-found", ("connection", id.ToString()));
        }

        watchers.Wake();
        return ActionOutcome.Success;
    }

    /// <summary>Removes the connection with its password; the pool's inventory stays.</summary>
    public async Task<ActionOutcome> RemoveAsync(Actor actor, ConnectionId id, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer))
        {
            return ActionOutcome.Forbidden;
        }

        if (await connections.FindAsync(id, cancellationToken) is not { } connection || !await connections.RemoveAsync(id, cancellationToken))
        {
            return ActionOutcome.Refused("connection-not-found", ("connection", id.ToString()));
        }

        await NoteAsync(actor, "connection.remove", connection.Address, cancellationToken);
        watchers.Wake();
        return ActionOutcome.Success;
    }

    private static async Task<ActionOutcome> TryAsync(PoolEndpoint endpoint, CancellationToken cancellationToken)
    {
        await using var session = new XapiSession(endpoint);
        try
        {
            await session.ConnectAsync(cancellationToken);
            return ActionOutcome.Success;
        }
        catch (CertificateRefusedException exception)
        {
            return ActionOutcome.Refused("certificate-refused", ("pinned", exception.Pinned), ("presented", exception.Presented));
        }
        catch (XapiFailureException exception)
        {
            return ActionOutcome.Refused("login-refused", ("user", endpoint.User), ("code", exception.Failure.Code));
        }
        catch (XapiUnreachableException exception)
        {
            return ActionOutcome.Refused("pool-unreachable-at", ("address", endpoint.Address.ToString()), ("message", exception.Message));
        }
    }

    private Task<AuditEntry> NoteAsync(Actor actor, string action, Uri address, CancellationToken cancellationToken) =>
        audit.AppendAsync(actor.Name, action, ("connection", address.ToString()), "done", new Dictionary<string, string>(), cancellationToken);
}
