using Relocation.Simulator.Database;

namespace Relocation.Simulator.Tests.Hosting;

/// <summary>A pool of ten thousand VMs with a disk and a network card each is listed and followed as a small one is.</summary>
public sealed class LargePoolTests
{
    private const int Vms = 10_000;

    [Fact]
    public async Task TenThousandVms_AreListedWhole_AndFollowedByWhatChanged()
    {
        await using var server = await RunningSimulator.StartAsync(Load);
        var pool = server.Pools[0];
        var session = await pool.LogInAsync();
        var all = (await pool.JsonAsync("event.from", session, new[] { "*" }, "", 30.0)).GetProperty("result");
        Assert.Equal((4 * Vms) + 5, all.GetProperty("events").GetArrayLength());
        Assert.Equal(Vms, all.GetProperty("valid_ref_counts").GetProperty("vm").GetInt32());

        var vm = pool.Pool.Database.All("VM")[Vms / 2];
        pool.Pool.Database.Set(vm, "name_label", "renamed");
        var next = (await pool.JsonAsync("event.from", session, new[] { "*" }, all.GetProperty("token").GetString()!, 30.0)).GetProperty("result");
        Assert.Equal(vm.Ref, Assert.Single(next.GetProperty("events").EnumerateArray()).GetProperty("ref").GetString());
    }

    private static PoolDatabase Load(IdentifierSource identifiers)
    {
        var database = RunningSimulator.SmallPool(identifiers);
        var network = database.Create("network", []);
        var store = database.Create("SR", []);
        for (var number = 0; number < Vms; number++)
        {
            var vm = database.Create("VM", [SimulatedPools.Field("name_label", $"vm{number}")]);
            var disk = database.Create("VDI", [SimulatedPools.Field("SR", store.Ref)]);
            database.Create("VBD", [SimulatedPools.Field("VM", vm.Ref), SimulatedPools.Field("VDI", disk.Ref)]);
            database.Create("VIF", [SimulatedPools.Field("VM", vm.Ref), SimulatedPools.Field("network", network.Ref)]);
        }
        return database;
    }
}
