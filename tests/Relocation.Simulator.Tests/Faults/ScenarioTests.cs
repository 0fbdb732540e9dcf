using System.Text;
using System.Text.Json;
using Relocation.Simulator.Demonstration;
using Relocation.Simulator.Faults;
using Relocation.Simulator.Hosting;
using Relocation.Simulator.World;

namespace Relocation.Simulator.Tests.Faults;

public class ScenarioTests
{
    [Fact]
    public void A_scenario_is_one_fault_or_a_list()
    {
        Assert.Equal("stall", Assert.Single(Parse("""{ "do": "stall", "step": "DiskCopy" }""")).Do);
        var list = Parse("""{ "faults": [ { "do": "fail", "step": "LastPass", "error": ["MIRROR_FAILED", "x"] }, { "do": "dropConnections", "pool": "p", "after": 3, "for": 2.5 } ] }""");
        Assert.Equal(["MIRROR_FAILED", "x"], list[0].Error);
        Assert.Equal((3.0, 2.5), (list[1].After, list[1].Seconds));
    }

    [Theory]
    [InlineData("""[ { "do": "stall" }, { "dp": "stall" } ]""", "Fault 2")]
    [InlineData("""{ "step": "DiskCopy" }""", "Fault 1")]
    [InlineData("""{ "do": """, "no JSON")]
    [InlineData("null", "Fault 1")]
    public void What_is_wrong_is_named_with_its_place(string json, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "do": "explode" }""", "explode")]
    [InlineData("""{ "do": "stall", "step": "Nowhere" }""", "Nowhere")]
    [InlineData("""{ "do": "crashHost", "pool": "wb-office", "host": "none" }""", "none")]
    [InlineData("""{ "do": "restartCoordinator", "pool": "none" }""", "none")]
    [InlineData("""{ "do": "setLink", "link": "none" }""", "none")]
    [InlineData("""{ "do": "fail", "step": "DiskCopy", "vm": "none" }""", "none")]
    public async Task What_is_not_there_is_refused(string json, string named)
    {
        await using var server = await SimulatorServer.StartAsync(WeatherBureau.Create(1).Options(1, 1), TestContext.Current.CancellationToken);
        var control = server.Faults;
        Assert.Contains(named, Assert.Throws<FormatException>(() => control.Order(Parse(json)[0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_world_is_steered_and_shown_over_http()
    {
        await using var server = await SimulatorServer.StartAsync(WeatherBureau.Create(1).Options(1, 1), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Pools[0].Port}") };
        using var order = new StringContent("""[ { "do": "fail", "step": "DiskCopy", "vm": "dns-01" }, { "do": "setLink", "link": "fibre", "bytesPerSecond": 1000 } ]""");
        using var answer = await client.PostAsync(new Uri("/simulator/faults", UriKind.Relative), order, TestContext.Current.CancellationToken);
        Assert.Equal("""{"ordered":2}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(MigrationStep.DiskCopy, Assert.Single(server.World.Engine.Faults.Waiting).Step);
        using var world = JsonDocument.Parse(await client.GetStringAsync(new Uri("/simulator/world", UriKind.Relative), TestContext.Current.CancellationToken));
        var fibre = world.RootElement.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("name").GetString() == "fibre");
        Assert.Equal(1000, fibre.GetProperty("bytesPerSecond").GetDouble());
        using var wrong = await client.PostAsync(new Uri("/simulator/faults", UriKind.Relative), new StringContent("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)wrong.StatusCode);
    }

    [Fact]
    public async Task Dropped_connections_are_refused_for_a_while_and_a_restart_ends_sessions()
    {
        await using var server = await SimulatorServer.StartAsync(WeatherBureau.Create(1).Options(1, 1), TestContext.Current.CancellationToken);
        var pool = server.Pools[1];
        pool.Pool.LogIn();
        var control = server.Faults;
        control.Order(new FaultOrder { Do = "restartCoordinator", Pool = pool.Name });
        Assert.Empty(pool.Pool.Database.All("session"));
        control.Order(new FaultOrder { Do = "dropConnections", Pool = pool.Name, Seconds = 3600 });
        var endpoint = pool.EndpointOf(pool.Pool.Coordinator.Ref)!;
        await control.SettledAsync();
        Assert.False(endpoint.IsOpen);
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://127.0.0.1:{pool.Port}/"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("a:b:1000", 125e6, 0.5, "a-b")]
    [InlineData("a:b:2400:0.8:fibre", 300e6, 0.8, "fibre")]
    public void A_link_is_read(string text, double rate, double milliseconds, string name)
    {
        var line = LineOptions.Parse(text);
        Assert.Equal((rate, milliseconds, name), (line.BytesPerSecond, line.Latency.TotalMilliseconds, line.Name));
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a:b:fast")]
    [InlineData("a:b:0")]
    [InlineData("a:b:10:soon")]
    public void What_is_no_link_is_refused(string text) => Assert.Throws<FormatException>(() => LineOptions.Parse(text));

    private static IReadOnlyList<FaultOrder> Parse(string json) => FaultScenario.Parse(Encoding.UTF8.GetBytes(json));
}
