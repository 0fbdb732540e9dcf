using Relocation.Simulator.Hosting;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Conformance;

/// <summary>
/// Every recorded exchange with a real xapi 26.17 is played against the simulator with an equal pool. What differs must stand in
/// the list of known differences, and what stands there must differ.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("http")]
    [InlineData("xml")]
    [InlineData("json")]
    public async Task Folder_DiffersOnlyWhereListed(string folder)
    {
        var exchanges = RecordedExchange.Folder(folder);
        await using var server = await StartAsync("alpha-fresh");
        var replay = new Replay(server.Pools[0], new ReferenceMap());
        EqualObjects.Learn(replay.Map, exchanges, server.Pools[0].Pool.Database);
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var exchange in exchanges)
        {
            await PrepareAsync(exchange, replay);
            if (await replay.PlayAsync(exchange) is { Count: > 0 } differences)
            {
                found.Add(exchange.Name, differences);
            }
        }
        KnownDifferences.AssertOnly(folder, found, output);
    }

    internal static Task<SimulatorServer> StartAsync(params string[] dumps) =>
        SimulatorServer.StartAsync(
            new SimulatorOptions
            {
                Speed = 1000,
                Pools = [.. dumps.Select(dump => PoolOptions.OfFile(SharedData.Require($"golden/dumps/{dump}.xml")) with { Credentials = new PoolCredentials("root", "password"), ServesMembers = false })],
            },
            TestContext.Current.CancellationToken);

    /// <summary>What happened between two exchanges of this half of the recording and is not in it.</summary>
    private static async Task PrepareAsync(RecordedExchange exchange, Replay replay)
    {
        var pool = replay.Pool.Pool;
        var database = pool.Database;
        switch (exchange.Name.Split('/')[1])
        {
            case "after_logout":
                var session = replay.Map.Translate(exchange.Request.Body.Split("OpaqueRef:")[1][..36].Insert(0, "OpaqueRef:"));
                await replay.Pool.JsonAsync("session.logout", session);
                break;
            case "all_task":
                pool.Tasks.Start("Async.PBD.plug", pool.Coordinator, null);
                break;
            case "all_message":
                database.Create("message", [KeyValuePair.Create("name", (XapiValue)"VM_STARTED")]);
                break;
            case "VM_get_name_label_utf8":
                database.Set(database.Require("VM", VmOf(exchange, replay)), "name_label", "naïve ☃ 𝄞 <&>\"");
                break;
            case "VM_resume" when exchange.Name.StartsWith("xml", StringComparison.Ordinal):
                await replay.Pool.JsonAsync("VM.suspend", pool.Sessions.Open("root", "cap", pool.Coordinator.Ref), VmOf(exchange, replay));
                break;
            case "VM_checkpoint" when exchange.Name.StartsWith("json", StringComparison.Ordinal):
                // The guest's tools were gone by then.
                database.Set(database.Require("VM", VmOf(exchange, replay)), "guest_metrics", XapiValue.NullRef);
                break;
            case "event_from_add":
                database.Create("VM", [KeyValuePair.Create("name_label", (XapiValue)"ev")]);
                break;
            default:
                break;
        }
    }

    /// <summary>The simulator's reference of a request's first argument after the session.</summary>
    private static string VmOf(RecordedExchange exchange, Replay replay) =>
        replay.Map.Translate($"OpaqueRef:{exchange.Request.Body.Split("OpaqueRef:")[2][..36]}");
}
