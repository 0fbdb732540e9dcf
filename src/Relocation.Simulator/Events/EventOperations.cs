using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Events;

/// <summary>The calls of the class event (ocaml/xapi/xapi_event.ml). Waiting is woken by changes and bounded by wall time.</summary>
internal sealed class EventOperations
{
    private static readonly TimeSpan Batching = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan LegacyWait = TimeSpan.FromSeconds(30);

    private readonly ConditionalWeakTable<PoolDatabase, EventReader> readers = [];
    private readonly ConditionalWeakTable<PoolDatabase, StrongBox<long>> since = [];
    private readonly ConcurrentDictionary<string, (HashSet<string> Classes, EventToken From)> registered = new(StringComparer.Ordinal);

    public static void Register(OperationRegistry registry)
    {
        var operations = new EventOperations();
        registry.AddAsync("event.from", operations.FromAsync);
        registry.AddAsync("event.next", operations.NextAsync);
        registry.Add("event.inject", Inject);
        registry.Add("event.register", operations.RegisterClasses);
        registry.Add("event.unregister", operations.UnregisterClasses);
        registry.Add("event.get_current_id", operations.CurrentId);
    }

    private async Task<XapiValue> FromAsync(XapiCall call)
    {
        var subscription = new EventSubscription(call.Texts("classes"));
        var from = EventToken.Parse(call.Text("token"));
        var seconds = call.Real("timeout");
        var wait = seconds is >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : LongestWait;
        var batch = await WaitAsync(call, subscription, from, wait).ConfigureAwait(false);
        return new XapiMap(
        [
            KeyValuePair.Create("events", (XapiValue)new XapiSet([.. batch.Events])),
            KeyValuePair.Create("valid_ref_counts", (XapiValue)Reader(call).Counts()),
            KeyValuePair.Create("token", (XapiValue)batch.Token.ToString()),
        ]);
    }

    private EventReader Reader(XapiCall call) => readers.GetValue(call.Database, database => new EventReader(database));

    private async Task<EventBatch> WaitAsync(XapiCall call, EventSubscription subscription, EventToken from, TimeSpan wait)
    {
        var wall = call.Clock.Wall;
        var start = wall.GetTimestamp();
        while (true)
        {
            var change = call.Database.NextChange();
            var batch = Reader(call).Collect(subscription, from);
            var rest = wait - wall.GetElapsedTime(start);
            if (batch.Events.Count > 0 || rest <= TimeSpan.Zero)
            {
                return batch;
            }
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Origin.Cancellation);
            var timer = Task.Delay(rest, wall, stop.Token);
            var woken = await Task.WhenAny(change, timer).ConfigureAwait(false) == change;
            await stop.CancelAsync().ConfigureAwait(false);
            call.Origin.Cancellation.ThrowIfCancellationRequested();
            if (call.Session!.IsGone)
            {
                throw new XapiException("SESSION_INVALID", call.Session.Ref);
            }
            if (woken && !subscription.IsTaskOnly)
            {
                // Changes come in bursts: what follows at once belongs to the same batch.
                await Task.Delay(Batching, wall, call.Origin.Cancellation).ConfigureAwait(false);
            }
        }
    }

    private static XapiValue Inject(XapiCall call)
    {
        var name = call.Text("class");
        var type = call.Database.Schema.Classes.FirstOrDefault(item => item.IsEvented && item.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new XapiException("HANDLE_INVALID", name, call.Text("ref"));
        return call.Database.Atomically(() =>
        {
            call.Database.Touch(call.Database.Require(type.Name, call.Text("ref")));
            return new EventToken(call.Database.Generation, 0).ToString();
        });
    }

    private void RegisterClasses(XapiCall call)
    {
        since.GetValue(call.Database, database => new StrongBox<long>(database.Generation));
        registered.AddOrUpdate(
            call.Session!.Ref,
            _ => ([.. call.Texts("classes")], new EventToken(call.Database.Generation, call.Database.Generation)),
            (_, before) => ([.. before.Classes, .. call.Texts("classes")], before.From));
    }

    private void UnregisterClasses(XapiCall call)
    {
        if (registered.TryGetValue(call.Session!.Ref, out var before))
        {
            registered[call.Session.Ref] = ([.. before.Classes.Except(call.Texts("classes"))], before.From);
        }
    }

    /// <summary>The old interface counts only what happened since somebody listens.</summary>
    private XapiValue CurrentId(XapiCall call) => since.TryGetValue(call.Database, out var start) ? call.Database.Generation - start.Value : 0L;

    private async Task<XapiValue> NextAsync(XapiCall call)
    {
        if (!registered.TryGetValue(call.Session!.Ref, out var state))
        {
            throw new XapiException("SESSION_NOT_REGISTERED", call.Session.Ref);
        }
        var batch = await WaitAsync(call, new EventSubscription(state.Classes), state.From, LegacyWait).ConfigureAwait(false);
        registered[call.Session.Ref] = (state.Classes, batch.Token);
        return new XapiSet([.. batch.Events]);
    }
}
