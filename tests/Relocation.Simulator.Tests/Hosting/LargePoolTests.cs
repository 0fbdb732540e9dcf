using System.Diagnostics;
using Relocation.Simulator.Database;

namespace Relocation.Simulator.Tests.Hosting;

/// <summary>A pool of ten thousand VMs with a disk and a network card each is listed and followed as a small one is.</summary>
public sealed class LargePoolTests(ITestOutputHelper output)
{
    private const int Vms = 10_000;

    [Fact]
    public async Task TenThousandVms_AreListedWhole_AndFollowedCheaply()
    {
        var watch = Stopwatch.StartNew();
        await using var server = await RunningSimulator.StartAsync(Load);
        output.WriteLine($"load: {watch.Elapsed.TotalSeconds:F2} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F2} s of processor so far");
        var pool = server.Pools[0];
        var session = await pool.LogInAsync();
        watch.Restart();
        var all = (await pool.JsonAsync("event.from", session, new[] { "*" }, "", 30.0)).GetProperty("result");
        output.WriteLine($"whole world: {watch.Elapsed.TotalSeconds:F2} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F2} s of processor so far");
        Assert.Equal((4 * Vms) + 5, all.GetProperty("events").GetArrayLength());
        Assert.Equal(Vms, all.GetProperty("valid_ref_counts").GetProperty("vm").GetInt32());

        var vm = pool.Pool.Database.All("VM")[Vms / 2];
        pool.Pool.Database.Set(vm, "name_label", "renamed");
        watch.Restart();
        var next = (await pool.JsonAsync("event.from", session, new[] { "*" }, all.GetProperty("token").GetString()!, 30.0)).GetProperty("result");
        output.WriteLine($"one change: {watch.Elapsed.TotalMilliseconds:F1} ms");
        Assert.Equal(vm.Ref, Assert.Single(next.GetProperty("events").EnumerateArray()).GetProperty("ref").GetString());
        // Only what changed is looked at: ten thousand unchanged objects would take far longer than this on any machine.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }

    private PoolDatabase Load(IdentifierSource identifiers)
    {
        var database = RunningSimulator.SmallPool(identifiers);
        var network = database.Create("network", []);
        var store = database.Create("SR", []);
        output.WriteLine($"{Environment.CpuUsage.TotalTime.TotalSeconds:F2} s of processor before the objects");
        for (var number = 0; number < Vms; number++)
        {
            var vm = database.Create("VM", [SimulatedPools.Field("name_label", $"vm{number}")]);
            var disk = database.Create("VDI", [SimulatedPools.Field("SR", store.Ref)]);
            database.Create("VBD", [SimulatedPools.Field("VM", vm.Ref), SimulatedPools.Field("VDI", disk.Ref)]);
            database.Create("VIF", [SimulatedPools.Field("VM", vm.Ref), SimulatedPools.Field("network", network.Ref)]);
        }
        output.WriteLine($"{Environment.CpuUsage.TotalTime.TotalSeconds:F2} s of processor with the objects");
        return database;
    }
}
