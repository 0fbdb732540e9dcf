using System.Text.Json;
using Relocation.EndToEnd.Tests.Processes;

namespace Relocation.EndToEnd.Tests;

/// <summary>The product is killed, as by a power cut, while a wave runs against pools that live on. Nothing is sent twice and nothing is lost.</summary>
public sealed class KilledProcessTests : IAsyncLifetime
{
    private const int Vms = 3;
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("relocation-kill-");
    private readonly string address = $"http://127.0.0.1:{FreePorts.Take(1)[0]}";
    private readonly List<(string Address, string User, string Password)> pools = [];
    private ProgramProcess? simulator;
    private ProgramProcess? product;

    public async ValueTask InitializeAsync()
    {
        simulator = ProgramProcess.Start(Checkout.Program("Relocation.Simulator"), work.FullName, new Dictionary<string, string>(), "serve", "--demo", "--speed", "40");
        foreach (var name in (string[])["wb-office", "wb-centre"])
        {
            var line = (await simulator.LineAsync(text => text.StartsWith(name, StringComparison.Ordinal), TestContext.Current.CancellationToken)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            pools.Add((line[1], line[2], line[3]));
        }

        await StartProductAsync();
    }

    [Fact]
    public async Task KilledTwiceDuringAWave_AdoptsWhatRuns_AndMovesEveryVmOnce()
    {
        using var client = new ProductClient(address);
        var run = await StartWaveAsync(client);

        await client.UntilAsync($"runs/{run}", state => Moves(state).Any(move => PhaseOf(move) == "Disk"), Logs);
        await product!.KillAsync();
        await StartProductAsync();
        await client.UntilAsync($"runs/{run}", state => Moves(state).Any(move => move.GetProperty("state").GetString() == "Done"), Logs);
        await product.KillAsync();
        await StartProductAsync();

        var ended = await client.UntilAsync($"runs/{run}", state => state.GetProperty("run").GetProperty("finishedAt").ValueKind == JsonValueKind.String, Logs);
        Assert.Equal("Done", ended.GetProperty("run").GetProperty("state").GetString());
        Assert.All(Moves(ended), move => Assert.Equal(("Done", 1), (move.GetProperty("state").GetString(), move.GetProperty("attempt").GetInt32())));
        Assert.True(ended.GetProperty("run").GetProperty("epoch").GetInt64() >= 3, "Each process that takes a run over has an epoch of its own.");

        var journal = (await client.GetAsync($"runs/{run}/journal?take=5000")).EnumerateArray().ToList();
        Assert.Equal(Vms, journal.Count(entry => entry.GetProperty("kind").GetString() == "Intent" && entry.GetProperty("step").GetString() == "Migrate"));
        Assert.Equal(Enumerable.Range(1, journal.Count).Select(number => (long)number), journal.Select(entry => entry.GetProperty("sequence").GetInt64()));

        var sent = (await MigrationsAsync()).Select(migration => migration.GetProperty("vmUuid").GetString()!).ToList();
        Assert.Equal(Vms, sent.Count);
        Assert.Equal(Vms, sent.Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in (ProgramProcess?[])[product, simulator])
        {
            if (program is not null)
            {
                await program.DisposeAsync();
            }
        }

        work.Delete(recursive: true);
    }

    private static JsonElement.ArrayEnumerator Moves(JsonElement state) => state.GetProperty("moves").EnumerateArray();

    private static string? PhaseOf(JsonElement move) => move.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress ? progress.GetProperty("phase").GetString() : null;

    private async Task StartProductAsync()
    {
        if (product is not null)
        {
            await product.DisposeAsync();
        }

        var environment = new Dictionary<string, string>
        {
            ["Relocation__Urls"] = address,
            ["Relocation__DataDirectory"] = Path.Combine(work.FullName, "data"),
            ["RELOCATION_API_TOKEN"] = ProductClient.Token,
        };
        product = ProgramProcess.Start(Checkout.Program("Relocation.Web"), work.FullName, environment);
        await product.LineAsync(line => line.Contains("/sign-in/link", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    /// <summary>Connects both pools, plans three small VMs that nothing stands in the way of, and starts their wave.</summary>
    private async Task<string> StartWaveAsync(ProductClient client)
    {
        foreach (var (pool, user, password) in pools)
        {
            var certificate = await client.PostAsync("connections/probe", new { address = pool });
            await client.PostAsync("connections", new { address = pool, user, password, fingerprint = certificate.GetProperty("fingerprint").GetString() });
        }

        var known = await client.UntilAsync("pools", list => list.GetArrayLength() == pools.Count, Logs);
        var ids = known.EnumerateArray().ToDictionary(pool => pool.GetProperty("name").GetString()!, pool => pool.GetProperty("id").GetString()!);
        var (source, target) = (ids["wb-office"], ids["wb-centre"]);
        var plan = await client.PostAsync("relocations", new
        {
            name = "Killed",
            sourceSite = new { name = "Old", timeZone = "UTC", pools = new[] { source } },
            targetSite = new { name = "New", timeZone = "UTC", pools = new[] { target } },
            link = new { capacityMegabitsPerSecond = 2400, latencyMilliseconds = 1, mtu = 1500 },
        });
        var root = $"relocations/{plan.GetProperty("id").GetString()}";
        var movable = await client.GetAsync($"{root}/movable?source={source}&target={target}");
        var inventory = await client.GetAsync($"pools/{source}/vms?kind=VirtualMachine");
        var running = inventory.EnumerateArray().Where(vm => vm.GetProperty("powerState").GetString() == "Running").ToDictionary(vm => vm.GetProperty("id").GetString()!, vm => vm.GetProperty("memoryStaticMax").GetInt64());
        var chosen = movable.EnumerateArray().Where(vm => !vm.GetProperty("blocked").GetBoolean()).Select(vm => vm.GetProperty("vm").GetString()!)
            .Where(running.ContainsKey).OrderBy(vm => running[vm]).Take(Vms).Select(vm => new { vm, sourcePool = source, targetPool = target, method = "Live" });
        var grouped = await client.PostAsync($"{root}/groups", new { name = "All", vms = chosen });
        var waved = await client.PostAsync($"{root}/waves", new { name = "Only", groups = new[] { grouped.GetProperty("groups")[0].GetProperty("id").GetString() }, maximumParallelMoves = 2 });
        await client.PostAsync($"{root}/mappings/confirm", new { });
        var started = await client.PostAsync($"{root}/waves/{waved.GetProperty("waves")[0].GetProperty("id").GetString()}/runs", new { });
        return started.GetProperty("run").GetProperty("id").GetString()!;
    }

    private async Task<IEnumerable<JsonElement>> MigrationsAsync()
    {
        using var http = new HttpClient();
        var world = await http.GetStringAsync(new Uri(pools[0].Address.Replace("https:", "http:", StringComparison.Ordinal) + "simulator/world"), TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(world).GetProperty("migrations").EnumerateArray().ToList();
    }

    private string Logs() => $"Product:\n{product?.Output}\nSimulator:\n{simulator?.Output}";
}
