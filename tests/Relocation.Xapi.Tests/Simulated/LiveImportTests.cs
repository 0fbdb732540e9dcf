using Relocation.Core.Inventory;
using Relocation.Simulator.Hosting;
using Relocation.Xapi.Databases;
using Relocation.Xapi.Sessions;
using Relocation.Xapi.Tests.Databases;
using Relocation.Xapi.Tests.Live;

namespace Relocation.Xapi.Tests.Simulated;

public sealed class LiveImportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("golden/streams/live-migrate-alpha-before.xml", false)]
    [InlineData("golden/streams/live-migrate-beta-before.xml", false)]
    [InlineData("pool-dumps/cowley1.xml", true)]
    [InlineData("pool-dumps/state2.xml", true)]
    public async Task LiveImport_EqualsTheImportOfTheSamePoolsFile(string name, bool older)
    {
        var file = RealDumps.File(name);
        await using var reader = new DatabaseFileReader(file);
        var stored = await Importing.ReadAsync(reader);
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Pools = [PoolOptions.OfFile(file)] }, Token);
        var live = await SimulatedPair.ReadAsync(SimulatedPair.EndpointOf(server.Pools[0]));
        Assert.Equal(stored.Header.Pool, live.Header.Pool);
        Assert.Equal(stored.Header.PoolName, live.Header.PoolName);
        Assert.Equal(stored.Header.ProductVersion, live.Header.ProductVersion);
        var changes = Changes(stored.Objects, live.Objects);
        Assert.DoesNotContain(changes, change => change.Kind != ChangeKind.Changed);

        // The server works allowed operations out itself; to an older file it gives today's drivers, and defaults where the file has no column.
        var fields = changes.SelectMany(change => change.Fields).Where(field => field.Field != nameof(Vm.AllowedOperations) && !(older && (field.Before.Length == 0 || field.Field == nameof(StorageRepository.Capabilities))));
        Assert.Empty(fields.Select(field => $"{field.Field}: {field.Before} -> {field.After}"));
    }

    [Fact]
    public async Task Member_LeadsToTheCoordinator()
    {
        await using var pair = await SimulatedPair.StartAsync(1);
        var pool = pair.Server.Pools[0];
        await using var session = new XapiSession(SimulatedPair.EndpointOf(pool) with { Address = new Uri($"https://127.0.0.2:{pool.Port}") });
        await session.ConnectAsync(Token);
        Assert.Equal(pool.Url, session.Coordinator);
    }

    [Fact]
    public async Task Probe_TellsWhatTheServerPresents()
    {
        await using var pair = await SimulatedPair.StartAsync(1);
        var facts = await XapiProbe.FingerprintAsync(pair.Server.Pools[0].Url, Token);
        Assert.Equal(pair.Server.Pools[0].Fingerprint, facts.Fingerprint.Replace(":", "", StringComparison.Ordinal), ignoreCase: true);
    }

    [Fact]
    public async Task Changes_AreFollowed_AndARestartEndsInAWholeReading()
    {
        await using var pair = await SimulatedPair.StartAsync(1);
        var endpoint = SimulatedPair.EndpointOf(pair.Server.Pools[0]);
        await using var watch = new WatchRun(endpoint, pair.SourceId);
        var vm = (await watch.CaptureAsync()).OfType<Vm>().First(vm => vm.Kind == VmKind.VirtualMachine);
        await using var session = new XapiSession(endpoint);
        var reference = (await session.ReadAsync("VM.get_by_uuid", [vm.Uuid], Token)).GetString()!;
        await session.WriteAsync("VM.set_name_label", [reference, "renamed"], Token);
        Assert.Equal("renamed", (await watch.BatchAsync()).Changed.OfType<Vm>().Single().Name);
        await pair.Server.Pools[0].RestartAsync();
        Assert.Equal("renamed", (await watch.CaptureAsync()).OfType<Vm>().Single(one => one.Id == vm.Id).Name);
    }

    internal static IReadOnlyList<string> Differences(IEnumerable<InventoryObject> expected, IEnumerable<InventoryObject> actual) =>
    [
        .. Changes(expected, actual).SelectMany(change => change.Fields.Count == 0
            ? [$"{change.Key}: {change.Kind}"]
            : change.Fields.Select(field => $"{change.Key}: {field.Field} {field.Before} -> {field.After}")),
    ];

    private static IReadOnlyList<ObjectChange> Changes(IEnumerable<InventoryObject> expected, IEnumerable<InventoryObject> actual)
    {
        var before = expected.ToDictionary(InventoryObjects.KeyOf);
        var after = actual.ToDictionary(InventoryObjects.KeyOf);
        return [.. before.Keys.Union(after.Keys).OrderBy(key => key.ToString(), StringComparer.Ordinal)
            .Select(key => InventoryDiff.Between(before.GetValueOrDefault(key), after.GetValueOrDefault(key))).OfType<ObjectChange>()];
    }
}
