using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.Checks;

/// <summary>A recorded case: both pools before a call, the call and what the real toolstack answered.</summary>
internal sealed class GoldenCase
{
    private readonly string folder;
    private readonly JsonElement call;

    public GoldenCase(string folder)
    {
        this.folder = folder;
        call = Json("call.json");
    }

    public bool HasSend => File.Exists(Path.Combine(folder, "send.json"));

    public string[] ExpectedAnswer => Outcome(Json("result.json"));

    public string[] ExpectedSend => Outcome(Json("send.json").GetProperty("end"));

    /// <summary>What the simulator answers to the call itself.</summary>
    public Task<string[]> AnswerAsync() => RunAsync(call.GetProperty("method").GetString()!, call.GetProperty("params"));

    /// <summary>What the simulator's task ends with when the move is really sent.</summary>
    public Task<string[]> SendAsync()
    {
        var send = Json("send.json");
        return RunAsync(send.GetProperty("method").GetString()!["Async.".Length..], send.GetProperty("params"));
    }

    private static string[] Outcome(JsonElement result) =>
        result.TryGetProperty("error", out var error) ? [.. error.EnumerateArray().Select(item => item.GetString()!)] : ["ok"];

    private async Task<string[]> RunAsync(string method, JsonElement parameters)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        var world = new SimulatedWorld(new WorldClock(time), 1);
        var alpha = Load(world, "source.xml");
        var beta = File.Exists(Path.Combine(folder, "dest.xml")) ? Load(world, "dest.xml") : alpha;
        var isAtBeta = method == "host.migrate_receive";
        var target = isAtBeta ? beta : alpha;
        var session = parameters.TryGetProperty("session_id", out var given) ? given.GetString()! : "OpaqueRef:tests";
        Open(target, session);
        if (parameters.TryGetProperty("dest", out var dest) && dest.TryGetProperty("session_id", out var remote)
            && !remote.GetString()!.EndsWith("dead", StringComparison.Ordinal) && remote.GetString() != session)
        {
            Open(call.TryGetProperty("dest_pool", out var name) && name.GetString() == "alpha" ? alpha : beta, remote.GetString()!);
        }
        var arguments = parameters.EnumerateObject().Where(item => item.Name != "session_id").Select(item => Value(item.Value)).ToArray();
        try
        {
            var pending = target.CallAsync(session, method, arguments);
            time.Advance(TimeSpan.FromHours(5));
            await pending;
            return ["ok"];
        }
        catch (XapiException failure)
        {
            return [.. failure.Description];
        }
    }

    private static XapiValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new XapiMap(json.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, Value(item.Value)))),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => json.GetString()!,
    };

    private static void Open(SimulatedPool pool, string session) =>
        pool.Database.Create("session", [SimulatedPools.Field("last_active", pool.Clock.Now), SimulatedPools.Field("auth_user_name", "root")], session);

    private SimulatedPool Load(SimulatedWorld world, string file)
    {
        var pool = new SimulatedPool(
            Path.GetFileNameWithoutExtension(file), DatabaseFile.Load(Path.Combine(folder, file), world.Identifiers), world, new PoolCredentials("root", "x"), Composition.Operations(world));
        world.Add(pool);
        return pool;
    }

    private JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement;
}
