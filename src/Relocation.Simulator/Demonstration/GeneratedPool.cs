using System.Globalization;
using Relocation.Simulator.Database;

namespace Relocation.Simulator.Demonstration;

/// <summary>Pools of any size for trials of scale.</summary>
public static class GeneratedPool
{
    private const int PerHost = 40;

    /// <summary>A pool with so many running VMs, each with one or two disks and one interface; the same seed makes the same pool.</summary>
    /// <param name="name">The pool's name.</param>
    /// <param name="vms">How many VMs.</param>
    /// <param name="seed">What sizes and identifiers follow from.</param>
    public static PoolDatabase Create(string name, int vms, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vms);
        var random = new Random(seed);
        var pool = new PoolBuilder(name, Generation.Old, seed, WeatherBureau.Shown);
        var hosts = Math.Max(1, (vms + PerHost - 1) / PerHost);
        for (var number = 1; number <= hosts; number++)
        {
            pool.AddHost(Text($"{name}-host{number}"), Text($"10.{number / 250}.1.{1 + (number % 250)}"), Text($"10.{number / 250}.9.{1 + (number % 250)}"), 1024);
        }
        for (var number = 0; number < 8; number++)
        {
            pool.AddNetwork(Text($"Network {number}"), 100 + number);
        }
        for (var number = 0; number < 4; number++)
        {
            pool.AddStore(Text($"store-{number}"), "nfs", 400_000, new() { ["server"] = "10.0.9.50", ["serverpath"] = Text($"/export/{number}") });
        }
        pool.Database.Set(pool.Pool, "default_SR", pool["store-0"].Ref);
        var builder = new VmBuilder(pool, Generation.Old);
        for (var number = 0; number < vms; number++)
        {
            builder.Add(Blueprint(name, number, hosts, random));
        }
        return pool.Database;
    }

    private static VmBlueprint Blueprint(string name, int number, int hosts, Random random)
    {
        var size = 20 + random.Next(0, 180);
        var disks = new List<DiskBlueprint> { new(size, size * (0.2 + (0.6 * random.NextDouble())), Text($"store-{number % 4}")) };
        if (random.Next(4) == 0)
        {
            disks.Add(new DiskBlueprint(200, 40 + random.Next(0, 120), Text($"store-{(number + 1) % 4}")));
        }
        return new VmBlueprint(Text($"vm-{number:00000}"), Text($"application-{number / 7}"), 1 << random.Next(0, 4), 2 << random.Next(0, 4), Text($"Network {number % 8}"), disks)
        {
            Host = Text($"{name}-host{1 + (number % hosts)}"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
