using System.Collections.Concurrent;
using System.Text.Json;
using Relocation.Core.Inventory;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Moves;

/// <summary>One pool of a move: its session, and the translation between uuids, which we keep, and references, which only XAPI knows.</summary>
internal sealed class PoolLink(PoolId pool, XapiSession session, string? coordinator)
{
    private readonly PoolClock clock = new();
    private readonly ConcurrentDictionary<string, string> uuids = new(StringComparer.Ordinal);

    public PoolId Pool { get; } = pool;

    public XapiSession Session { get; } = session;

    /// <summary>Held while a vApp is looked for and made, so that two VMs of it that arrive together do not make two.</summary>
    public SemaphoreSlim Appliances { get; } = new(1, 1);

    public Task<JsonElement> ReadAsync(string method, IReadOnlyList<object?> parameters, CancellationToken cancellationToken) =>
        Session.ReadAsync(method, parameters, cancellationToken);

    public Task WriteAsync(string method, IReadOnlyList<object?> parameters, CancellationToken cancellationToken) =>
        Session.WriteAsync(method, parameters, cancellationToken);

    /// <summary>The pool's time. Ours, when the pool does not tell: an observation is worth more than its instant.</summary>
    public async Task<DateTimeOffset> NowAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var ours = time.GetUtcNow();
        try
        {
            return coordinator is not null && RecordJson.InstantOf(await ReadAsync("host.get_servertime", [coordinator], cancellationToken)) is { } told
                ? clock.Read(told, ours)
                : ours;
        }
        catch (XapiFailureException)
        {
            return ours;
        }
    }

    /// <summary>The reference of an object.</summary>
    /// <exception cref="XapiFailureException">UUID_INVALID: there is none.</exception>
    public async Task<string> RefAsync(string type, string uuid, CancellationToken cancellationToken)
    {
        var reference = (await ReadAsync($"{type}.get_by_uuid", [uuid], cancellationToken)).GetString() ?? "";
        uuids[reference] = uuid;
        return reference;
    }

    /// <summary>The reference of an object, or null when there is none with that uuid.</summary>
    public async Task<string?> FindRefAsync(string type, string uuid, CancellationToken cancellationToken)
    {
        try
        {
            return await RefAsync(type, uuid, cancellationToken);
        }
        catch (XapiFailureException gone) when (gone.Failure.Code is XapiFailure.UuidInvalid or XapiFailure.HandleInvalid)
        {
            return null;
        }
    }

    /// <summary>The record of an object, or null when it is gone.</summary>
    public async Task<JsonElement?> FindRecordAsync(string type, string? reference, CancellationToken cancellationToken)
    {
        if (reference is null)
        {
            return null;
        }

        try
        {
            var record = await ReadAsync($"{type}.get_record", [reference], cancellationToken);
            uuids[reference] = record.Text("uuid");
            return record;
        }
        catch (XapiFailureException gone) when (gone.Failure.Code == XapiFailure.HandleInvalid)
        {
            return null;
        }
    }

    /// <summary>The uuid behind a reference, or null when it points nowhere. A reference keeps its uuid for ever, so it is asked once.</summary>
    public async Task<string?> FindUuidAsync(string type, string? reference, CancellationToken cancellationToken)
    {
        if (reference is null)
        {
            return null;
        }

        if (uuids.TryGetValue(reference, out var known))
        {
            return known;
        }

        try
        {
            var uuid = (await ReadAsync($"{type}.get_uuid", [reference], cancellationToken)).GetString() ?? "";
            uuids[reference] = uuid;
            return uuid;
        }
        catch (XapiFailureException gone) when (gone.Failure.Code == XapiFailure.HandleInvalid)
        {
            return null;
        }
    }

    /// <summary>The uuid of a reference seen before, without asking.</summary>
    public string? KnownUuid(string reference) => uuids.GetValueOrDefault(reference);
}
