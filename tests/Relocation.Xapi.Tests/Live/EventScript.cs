using System.Collections.Concurrent;
using System.Text.Json;
using Relocation.Xapi.Sessions;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Live;

/// <summary>A pool behind the scripted endpoint that answers event.from: with all its objects to an empty token, else with what the test lets happen.</summary>
internal sealed class EventScript : IAsyncDisposable
{
    private readonly BlockingCollection<Func<FakeCall, FakeReply>> happenings = [];
    private readonly ConcurrentDictionary<(string Class, string Reference), object> objects = new();
    private readonly ConcurrentDictionary<string, bool> classes = new();
    private int token;

    public EventScript(string pool = "pool-1")
    {
        Put("pool", "OpaqueRef:p", new { uuid = pool, name_label = "", master = "OpaqueRef:h" });
        Put("host", "OpaqueRef:h", new { uuid = "host-1", name_label = "alpha-1", metrics = "OpaqueRef:hm", software_version = new { product_version = "8.4.0" } });
        Put("host_metrics", "OpaqueRef:hm", new { uuid = "hm-1", memory_total = 1024, memory_free = 512, live = true });
        Put("VM", "OpaqueRef:v", Vm("web"));
        Put("VM_metrics", "OpaqueRef:vm", new { uuid = "vmm-1", memory_actual = 100 });
        Put("SR", "OpaqueRef:s", new { uuid = "sr-1", name_label = "store", type = "nfs" });
        Put("SM", "OpaqueRef:sm", new { uuid = "sm-1", type = "nfs", features = new { VDI_MIRROR = 1 } });
        Server = new FakeXapi(Scripts.WithLogin(Answer));
    }

    public FakeXapi Server { get; }

    public PoolEndpoint Endpoint => new(Server.Address, "root", "pass-word-1", null);

    public static object Vm(string name) => new { uuid = "vm-1", name_label = name, power_state = "Running", resident_on = "OpaqueRef:h", metrics = "OpaqueRef:vm" };

    public void Put(string type, string reference, object record)
    {
        classes[type] = true;
        objects[(type, reference)] = record;
    }

    public void Remove(string type, string reference) => objects.TryRemove((type, reference), out _);

    /// <summary>The next waiting event.from tells of these.</summary>
    public void Happen(params object[] events) => happenings.Add(call => Reply(call, events));

    public void HappenAnswer(Func<FakeCall, FakeReply> answer) => happenings.Add(answer);

    public object Mod(string type, string reference, object record)
    {
        Put(type, reference, record);
        return new { id = "1", timestamp = "0.0", @class = type.ToLowerInvariant(), operation = "mod", @ref = reference, snapshot = record };
    }

    public object Del(string type, string reference)
    {
        Remove(type, reference);
        return new Dictionary<string, object> { ["id"] = "1", ["timestamp"] = "0.0", ["class"] = type.ToLowerInvariant(), ["operation"] = "del", ["ref"] = reference };
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        happenings.Dispose();
    }

    private FakeReply Answer(FakeCall call) => call.Method switch
    {
        "event.from" when call.Text(2).Length == 0 => Reply(call, [.. objects.Select(item => Add(item.Key.Class, item.Key.Reference, item.Value))]),
        "event.from" => happenings.TryTake(out var next, 100) ? next(call) : Reply(call, []),
        _ => call.Failure("MESSAGE_METHOD_UNKNOWN", call.Method),
    };

    private FakeReply Reply(FakeCall call, object[] events) => FakeReply.Result(
        new
        {
            events,
            valid_ref_counts = classes.Keys.ToDictionary(type => type.ToLowerInvariant(), type => objects.Keys.Count(key => key.Class == type)),
            token = $"{Interlocked.Increment(ref token):D20},{0:D20}",
        },
        call.Id);

    private static object Add(string type, string reference, object record) =>
        new { id = "1", timestamp = "0.0", @class = type.ToLowerInvariant(), operation = "add", @ref = reference, snapshot = JsonSerializer.SerializeToElement(record) };
}
