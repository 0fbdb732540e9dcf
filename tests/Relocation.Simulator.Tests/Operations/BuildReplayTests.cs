using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Relocation.Simulator.Database;
using Relocation.Simulator.Dispatch;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.Tests.Checks;
using Relocation.Simulator.Values;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.Operations;

public class BuildReplayTests
{
    [Fact]
    public async Task Building_a_pool_is_answered_as_the_real_toolstack_answered()
    {
        var known = KnownDifferences.Read("known-build-differences.txt");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = 0;
        foreach (var folder in Directory.GetDirectories(SharedData.Require("golden/build")).Order(StringComparer.Ordinal).Where(folder => !folder.Contains("17-", StringComparison.Ordinal)))
        {
            all += await ReplayAsync(folder, found);
        }
        var unexpected = found.Where(item => !known.ContainsKey(item.Key)).Select(item => $"{item.Key}: {item.Value}").ToList();
        Assert.True(unexpected.Count == 0, $"{unexpected.Count} of {all} differ:\n{string.Join('\n', unexpected)}");
        Assert.True(all > 150, $"only {all} calls could be replayed");
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<int> ReplayAsync(string folder, Dictionary<string, string> found)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        var world = new SimulatedWorld(new WorldClock(time), 1);
        var database = DatabaseFile.Load(Path.Combine(folder, "before.xml"), world.Identifiers);
        var pool = new SimulatedPool("alpha", database, world, new PoolCredentials("root", "x"), Composition.Operations(world));
        world.Add(pool);
        var session = pool.LogIn();
        var ours = new Dictionary<string, string>(StringComparer.Ordinal);
        using var calls = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "calls.json"), TestContext.Current.CancellationToken));
        var (number, replayed) = (0, 0);
        foreach (var call in calls.RootElement.GetProperty("calls").EnumerateArray())
        {
            if (!call.TryGetProperty("method", out var method))
            {
                continue;
            }
            number++;
            MakeNetworks(call.GetProperty("params"), database, ours);
            if (Unknown(call.GetProperty("params"), database, ours).Any())
            {
                continue;
            }
            replayed++;
            var expected = call.GetProperty("result");
            var arguments = call.GetProperty("params").EnumerateObject().Select(item => Value(item.Value, ours)).ToArray();
            var (code, value) = await AnswerAsync(pool, session, method.GetString()!, arguments, time);
            if (expected.TryGetProperty("ok", out var right) && value is not null)
            {
                Learn(right, value, ours);
            }
            var wanted = expected.TryGetProperty("error", out var error) ? string.Join(", ", error.EnumerateArray().Select(item => Mapped(item.GetString()!, ours))) : "ok";
            if (wanted != code)
            {
                found[$"{Path.GetFileName(folder)} {number}"] = $"{method.GetString()} expected {wanted}; answered {code}";
            }
        }
        return replayed;
    }

    /// <summary>The networks that the recording made beforehand, without writing down how.</summary>
    private static void MakeNetworks(JsonElement parameters, PoolDatabase database, Dictionary<string, string> ours)
    {
        if (parameters.TryGetProperty("network", out var network) && network.GetString() is { } reference && reference != "OpaqueRef:dead"
            && database.Find("network", reference) is null && !ours.ContainsKey(reference))
        {
            ours[reference] = database.Create("network", [SimulatedPools.Field("MTU", 1500L)]).Ref;
        }
    }

    /// <summary>References to what the recording made without writing down how: such a call cannot be replayed.</summary>
    private static IEnumerable<string> Unknown(JsonElement json, PoolDatabase database, Dictionary<string, string> ours) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(item => Unknown(item.Value, database, ours)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Unknown(item, database, ours)),
        JsonValueKind.String when json.GetString()!.StartsWith("OpaqueRef:", StringComparison.Ordinal) && json.GetString() is var text
            && text is not ("OpaqueRef:dead" or "OpaqueRef:NULL") && !ours.ContainsKey(text!) && database.Schema.Classes.All(item => database.Find(item.Name, text!) is null) => [text!],
        _ => [],
    };

    private static async Task<(string Code, XapiValue? Value)> AnswerAsync(SimulatedPool pool, string session, string method, XapiValue[] arguments, FakeTimeProvider time)
    {
        try
        {
            var pending = pool.CallAsync(session, method, arguments);
            time.Advance(TimeSpan.FromHours(1));
            return ("ok", await pending);
        }
        catch (XapiException failure)
        {
            return (string.Join(", ", failure.Description), null);
        }
    }

    /// <summary>What the recording calls a fresh object, and what we call it.</summary>
    private static void Learn(JsonElement right, XapiValue value, Dictionary<string, string> ours)
    {
        switch (right.ValueKind)
        {
            case JsonValueKind.String when value is XapiText text && right.GetString()!.StartsWith("OpaqueRef:", StringComparison.Ordinal):
                ours[right.GetString()!] = text.Text;
                break;
            case JsonValueKind.Object when value is XapiMap map:
                foreach (var member in right.EnumerateObject().Where(member => map.Find(member.Name) is not null))
                {
                    Learn(member.Value, map.Find(member.Name)!, ours);
                }
                break;
            case JsonValueKind.Array when value is XapiSet set:
                foreach (var (item, own) in right.EnumerateArray().Zip(set.Items))
                {
                    Learn(item, own, ours);
                }
                break;
            default:
                break;
        }
    }

    private static string Mapped(string text, Dictionary<string, string> ours) => ours.GetValueOrDefault(text, text);

    private static XapiValue Value(JsonElement json, Dictionary<string, string> ours) => json.ValueKind switch
    {
        JsonValueKind.Object => new XapiMap(json.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, Value(item.Value, ours)))),
        JsonValueKind.Array => new XapiSet([.. json.EnumerateArray().Select(item => Value(item, ours))]),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (XapiValue)whole : json.GetDouble(),
        _ => Mapped(json.GetString()!, ours),
    };
}
