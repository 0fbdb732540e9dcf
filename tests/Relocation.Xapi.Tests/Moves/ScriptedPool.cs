using System.Collections.Concurrent;
using Relocation.Xapi.Sessions;
using Relocation.Xapi.Tests.Sessions;

namespace Relocation.Xapi.Tests.Moves;

/// <summary>A pool of a few objects behind the scripted endpoint: getters work on the objects, anything else is the test's.</summary>
internal sealed class ScriptedPool : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Dictionary<string, object>>> objects = new();

    public ScriptedPool() => Server = new FakeXapi(Scripts.WithLogin(Answer));

    public FakeXapi Server { get; }

    public PoolEndpoint Endpoint => new(Server.Address, "root", "pass-word-1", null);

    /// <summary>The test's own answers by method; tried first.</summary>
    public Dictionary<string, Func<FakeCall, FakeReply>> Handlers { get; } = [];

    public Dictionary<string, object> this[string type, string reference] => objects[type][reference];

    public ScriptedPool Put(string type, string reference, string uuid, params (string Field, object Value)[] fields)
    {
        var record = new Dictionary<string, object> { ["uuid"] = uuid };
        foreach (var (field, value) in fields)
        {
            record[field] = value;
        }

        objects.GetOrAdd(type, _ => new())[reference] = record;
        return this;
    }

    public void Remove(string type, string reference) => objects[type].TryRemove(reference, out _);

    public IReadOnlyList<string> Writes => [.. Server.Calls.Select(call => call.Method).Where(method => !method.Contains(".get_", StringComparison.Ordinal) && !method.StartsWith("session.login", StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private FakeReply Answer(FakeCall call)
    {
        if (Handlers.TryGetValue(call.Method, out var handler))
        {
            return handler(call);
        }

        var (type, operation) = (call.Method.Split('.')[0], call.Method.Split('.')[1]);
        var all = objects.GetOrAdd(type, _ => new());
        switch (operation)
        {
            case "get_all_records":
                return call.Result(all);
            case "get_all_records_where":
                var wanted = call.Text(1).Split('"');
                return call.Result(all.Where(item => Equals(item.Value[wanted[1]], wanted[3])).ToDictionary());
            case "get_by_uuid":
                var found = all.FirstOrDefault(item => Equals(item.Value["uuid"], call.Text(1))).Key;
                return found is null ? call.Failure("UUID_INVALID", type, call.Text(1)) : call.Result(found);
            case "get_by_name_label":
                return call.Result(all.Where(item => Equals(item.Value["name_label"], call.Text(1))).Select(item => item.Key));
        }

        if (!all.TryGetValue(call.Text(1), out var record))
        {
            return call.Failure("HANDLE_INVALID", type, call.Text(1));
        }

        lock (record)
        {
            return operation switch
            {
                "get_record" => call.Result(record),
                "get_uuid" => call.Result(record["uuid"]),
                "add_to_other_config" => Add(call, record),
                "remove_from_other_config" => Remove(call, record),
                _ => call.Failure("MESSAGE_METHOD_UNKNOWN", call.Method),
            };
        }
    }

    private static FakeReply Add(FakeCall call, Dictionary<string, object> record) =>
        ((Dictionary<string, string>)record["other_config"]).TryAdd(call.Text(2), call.Text(3)) ? call.Result("") : call.Failure("MAP_DUPLICATE_KEY", "VM", "other_config", call.Text(1), call.Text(2));

    private static FakeReply Remove(FakeCall call, Dictionary<string, object> record)
    {
        ((Dictionary<string, string>)record["other_config"]).Remove(call.Text(2));
        return call.Result("");
    }
}
