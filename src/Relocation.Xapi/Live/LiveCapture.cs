using System.Text.Json;
using Relocation.Xapi.Records;
using Relocation.Xapi.Sessions;

namespace Relocation.Xapi.Live;

/// <summary>Reads all records of a pool: by one event.from, which is consistent and gives a token to follow from, or class by class where there is none.</summary>
internal static class LiveCapture
{
    private static readonly string[] AllClasses = ["*"];

    /// <summary>Everything the inventory reads.</summary>
    public static async Task<LiveRecords> ReadAsync(XapiSession session, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var records = new LiveRecords(session.Coordinator.Authority);
        try
        {
            // The pool waits no time at all: an empty token always has something to tell.
            var reply = await session.WaitAsync("event.from", [AllClasses, "", 30.0], timeout, cancellationToken);
            records.Load(LiveEvents.Read(reply, session.Coordinator.Authority));
        }
        catch (XapiFailureException refusal) when (refusal.Failure.Code is "MESSAGE_METHOD_UNKNOWN" or "MESSAGE_REMOVED")
        {
            await ReadByClassAsync(session, records, timeout, cancellationToken);
        }

        return records;
    }

    private static async Task ReadByClassAsync(XapiSession session, LiveRecords records, TimeSpan timeout, CancellationToken cancellationToken)
    {
        foreach (var type in XapiClasses.All)
        {
            try
            {
                var reply = await session.WaitAsync($"{type.Name}.get_all_records", [], timeout, cancellationToken);
                records.Put(type, reply.ValueKind == JsonValueKind.Object ? reply : throw LiveEvents.Unreadable(session.Coordinator.Authority, $"{type.Name}.get_all_records is no map"));
            }
            catch (XapiFailureException refusal) when (refusal.Failure.Code is "MESSAGE_METHOD_UNKNOWN" or "MESSAGE_REMOVED")
            {
                // The server is older than the class, or newer.
            }
        }
    }
}
